"""What is done with notes, for the machine that undoes everything."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from infoview_desktop.domain.note import About
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as note_reads


class NoteRules:
    """The rules about notes; `step`, `somebody` and `some_organization` are the machine's."""

    def about(self, kind, number):
        """Somebody or something that a note is about, or nothing."""
        one = self.some_organization(number) if kind == "organization_id" else self.somebody(number)
        return About(**{kind: one}) if kind else About()

    def some_note(self, number):
        """The id of a note, or None."""
        ids = [row[0] for row in self.now["note"]]
        return ids[number % len(ids)] if ids else None

    note_texts = st.sampled_from(
        ["", " ", "Met Bo", "# Title\n\nMet @Ana, then @Bo.", "@Bo", "@Łukasz and @Ana", "#tag"]
    )
    kinds = st.sampled_from(["contact_id", "organization_id", "interview_id", ""])

    @rule(number=st.integers(0, 9), kind=kinds, new=st.booleans(), text=note_texts, named=st.integers(0, 9))
    def write_note(self, number, kind, new, text, named):
        mentions = {"Ana": self.somebody(named), "Bo": self.somebody(number)}
        note = {"note_id": None if new else self.some_note(number), "about": self.about(kind, number)}
        self.step(notes.write, self.book.store, **note, text=text, mentions=mentions)

    @rule(number=st.integers(0, 9), kind=kinds, new=st.booleans(), text=note_texts)
    def keep_put_aside_note(self, number, kind, new, text):
        note = {"note_id": None if new else self.some_note(number), "about": self.about(kind, number)}
        notes.put_aside(self.book.store, **note, text=text, mentions={"Ana": self.somebody(number)})
        self.step(notes.keep_put_aside, self.book.store, place=note_reads.place_of(**note))

    @rule(number=st.integers(0, 9))
    def restore_version(self, number):
        versions = [row[:2] for row in self.now["note_version"]]
        if versions:
            version_id, note_id = versions[number % len(versions)]
            self.step(notes.restore_version, self.book.store, note_id=note_id, version_id=version_id)

    @rule(number=st.integers(0, 9))
    def delete_note(self, number):
        self.step(notes.delete, self.book.store, note_id=self.some_note(number) or number)
