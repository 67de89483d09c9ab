"""How far up somebody works, as their title tells."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from infoview_desktop.domain.contact import Seniority
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.words import words

LEVELS: MappingProxyType[Seniority, Phrase] = MappingProxyType(
    {
        Seniority.ENTRY: Phrase("entry level"),
        Seniority.EXPERIENCED: Phrase("experienced"),
        Seniority.SENIOR: Phrase("senior"),
        Seniority.LEAD: Phrase("lead or manager"),
        Seniority.DIRECTOR: Phrase("director or head"),
        Seniority.EXECUTIVE: Phrase("executive or founder"),
    }
)
"""Each level as it stands within a sentence."""

_WORDS = {
    Seniority.EXECUTIVE: (
        "ceo cfo cto coo cio cmo cpo chro cso chief president presidente presidenta founder cofounder fundador"
        " fundadora cofundador cofundadora fondateur fondatrice cofondateur cofondatrice grunder grunderin owner"
        " proprietor inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin chairman chairwoman chair chairperson pdg"
        " gerente_general direttore_generale managing_director executive_director directeur_general"
        " directrice_generale director_general directora_general partner socio socia associe"
    ),
    Seniority.DIRECTOR: (
        "director directora directeur directrice direktor direktorin direttore direttrice diretor diretora head vp"
        " svp evp avp dean provost bereichsleiter bereichsleiterin abteilungsleiter abteilungsleiterin"
        " leiter leiterin vice_president"
    ),
    Seniority.LEAD: (
        "lead leader principal manager managerin supervisor supervisora coordinator coordinador coordinadora"
        " coordinateur coordinatrice koordinator koordinatorin coordenador coordenadora gerente jefe jefa chef cheffe"
        " responsable responsabile teamleiter teamleiterin gestor gestora encargado encargada foreman superintendent"
    ),
    Seniority.SENIOR: "senior sr snr expert experte expertin advanced professor professorin",
    Seniority.EXPERIENCED: "specialist spezialist spezialistin especialista experienced",
    Seniority.ENTRY: (
        "intern internship trainee assistant asistente assistente assistenz assistentin apprentice junior jr jnr entry"
        " graduate student studentin estudiante etudiant etudiante praktikant praktikantin stagiaire stagista becario"
        " becaria pasante practicante werkstudent werkstudentin azubi volunteer volontaire aide alternant alternante"
    ),
}
_LEVEL_OF = {word: level for level, text in _WORDS.items() for word in text.split()}
_DOWN_A_STEP = frozenset({"associate", "deputy", "assistant", "vice", "adjoint", "adjointe", "stellvertretende", "sub"})
_SERVES = frozenset({"to", "der", "des", "du", "of"})
_SERVING = frozenset({"assistant", "asistente", "assistente", "assistenz", "assistentin", "aide", "secretary"})
_TRADES = {
    "manager": frozenset({"account", "product", "project", "program", "programme", "case", "office", "community"}),
    "partner": frozenset({"business", "hr", "people", "talent", "client", "delivery"}),
    "owner": frozenset({"product", "process", "system", "service"}),
}
"""What a word of rank stands behind where it names a trade and nobody is led."""

_STEPS = list(Seniority)


@lru_cache(maxsize=8192)
def guessed(position: str) -> Seniority:
    """The level that a title names; the highest where it names several, `NONE` where it names none.

    `Assistant to the Director` is an assistant's, `Deputy Director` a step below a director's, and `Project
    Manager` is somebody experienced rather than somebody's manager.
    """
    title = words(position)
    if not title:
        return Seniority.NONE
    pairs = {f"{one}_{other}" for one, other in pairwise(title)}
    if _serves(title):
        return Seniority.ENTRY
    found = [_LEVEL_OF[word] for word in (*title, *pairs) if word in _LEVEL_OF and not _is_trade(word, title)]
    if not found:
        return Seniority.EXPERIENCED if _TRADES.keys() & set(title) else Seniority.NONE
    highest = max(found, key=lambda level: level.level)
    if "vice_president" in pairs:
        return Seniority.DIRECTOR
    if highest in {Seniority.DIRECTOR, Seniority.LEAD} and title[0] in _DOWN_A_STEP:
        return _STEPS[highest.level - 1]
    return highest


def _serves(title: tuple[str, ...]) -> bool:
    """Whether it is the title of who works for somebody with a higher one: `executive assistant to the CEO`."""
    return any(
        word in _SERVING and (place + 1 == len(title) or title[place + 1] in _SERVES)
        for place, word in enumerate(title)
    )


def _is_trade(word: str, title: tuple[str, ...]) -> bool:
    if word not in _TRADES:
        return False
    place = title.index(word)
    return place > 0 and title[place - 1] in _TRADES[word]
