"""What a line of Markdown means, and that nothing in it can stop the one who types."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_desktop.domain import markdown
from infoview_desktop.domain.markdown import Kind, spans, tags

HOSTILE = [
    "*",
    "_",
    "`",
    "[",
    "](",
    "[a](",
    "**a",
    "~~",
    "==",
    "@A",
    "#",
    "#1",
    "\\",
    "> ",
    "- ",
    "![",
    "`a",
    "*a ",
    "/#a",
    "```",
    "```\n",
    "\n   ```a",
    "````\n#a\n",
]
signs = st.text(st.sampled_from("*_`[]()!#@~=>-+1. \\/ab:éה\n🌍"), max_size=80)


def parts(line: str, *people: str) -> list[tuple[str, Kind]]:
    """What is styled in a line, without the signs."""
    return [(line[span.start : span.end], span.kind) for span in spans(line, people) if span.kind is not Kind.SIGN]


@pytest.mark.parametrize(
    ("line", "styled"),
    [
        ("# Before we talk", [("# Before we talk", Kind.HEADING_1)]),
        ("#### Deep", [("#### Deep", Kind.HEADING_3)]),
        ("#nonprofit first", [("#nonprofit", Kind.TAG)]),
        ("- one", [("-", Kind.BULLET)]),
        ("  10. ten", [("10.", Kind.BULLET)]),
        ("- [ ] write", [("- [ ]", Kind.BULLET)]),
        ("> she said", [(" she said", Kind.QUOTE)]),
        ("a **b** c", [("**b**", Kind.STRONG)]),
        ("a *b* __c__", [("*b*", Kind.EMPHASIS), ("__c__", Kind.STRONG)]),
        ("***b***", [("***b***", Kind.STRONG), ("***b***", Kind.EMPHASIS)]),
        ("2 * 3 * 4", []),
        ("snake_case_name", []),
        ("`*a* #b`", [("`*a* #b`", Kind.CODE)]),
        ("~~no~~ ==ask==", [("~~no~~", Kind.STRUCK), ("==ask==", Kind.MARKED)]),
        (r"\*not\* \#tag", []),
        ("see [it](https://a.example)", [("[it](https://a.example)", Kind.LINK)]),
        ("https://a.example/x#y.", [("https://a.example/x#y", Kind.LINK)]),
        ("#1 of #2026 #q3 #lima/perú", [("#q3", Kind.TAG), ("#lima/perú", Kind.TAG)]),
        ("a#b C# ##x", []),
    ],
)
def test_a_line_means(line, styled):
    assert parts(line) == styled


def test_a_person_is_who_is_known_after_an_at_and_the_longest_name_counts():
    people = ("Ana", "Ana Ruiz")
    assert parts("@Ana Ruiz met @Ana, not @Anabel or a@Ana", *people) == [
        ("@Ana Ruiz", Kind.MENTION),
        ("@Ana", Kind.MENTION),
    ]
    assert parts("@Bo") == []


def test_a_link_tells_its_address_and_a_tag_its_name():
    assert [span.target for span in spans("[a](b) #c mailto:d@e.example") if span.target] == [
        "b",
        "c",
        "mailto:d@e.example",
    ]


@given(signs)
@example("**")
@example("`" * 7)
def test_every_part_lies_in_its_line(line):
    for span in spans(line, ("a", "ab b")):
        assert 0 <= span.start < span.end <= len(line)
    markdown.continued(line), markdown.indented(line, deeper=False), markdown.safe_address(line)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_line_takes_longer_than_a_frame(hostile):
    line = hostile * (markdown.LONGEST_STYLED // len(hostile))

    def taken() -> float:
        start = time.process_time()
        spans(line, ("Ana Ruiz", "A"))
        return time.process_time() - start

    # The best of three: the machine may be busy with something else.
    assert min(taken() for _ in range(3)) < 0.05


@pytest.mark.parametrize("hostile", HOSTILE)
def test_tags_are_found_in_time_with_the_length_of_the_text(hostile):
    text = hostile * (1_000_000 // len(hostile))
    start = time.process_time()
    tags(text)
    assert time.process_time() - start < 3


def code(text: str) -> list[str]:
    """The lines of a text that stand in blocks of code."""
    blocks = markdown.blocks_of_code(markdown.fences(text))
    return [line for number, line in enumerate(text.split("\n")) if markdown.stands_in(blocks, number)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n```\nb\n\n# c\n```\nd", ["```", "b", "", "# c", "```"]),
        ("```python\nb\n```", ["```python", "b", "```"]),
        ("a\n```\nb", ["```", "b"]),
        ("   ```\nb\n ````  \nc", ["   ```", "b", " ````  "]),
        ("````\n```\nb\n````\nc", ["````", "```", "b", "````"]),
        ("```\n```python\nb\n```\nc", ["```", "```python", "b", "```"]),
        ("```a```\nb", []),
        ("    ```\nb", []),
        ("see ```\nb", []),
        ("``\nb\n``", []),
        ("```\n```\na\n```\n```", ["```", "```", "```", "```"]),
        ("", []),
    ],
)
def test_a_block_of_code_is_all_between_its_fences(text, lines):
    assert code(text) == lines


def test_a_line_of_code_is_code_as_a_whole_and_a_fence_is_a_sign():
    assert spans("# not *a* heading #tag @Ana", ("Ana",), in_code=True) == [markdown.Span(0, 27, Kind.CODE)]
    assert [span.kind for span in spans("```python", in_code=True)] == [Kind.SIGN]
    assert spans("", in_code=True) == []


@given(st.lists(st.sampled_from(["```", "````", "```a", "a", "", "   ```", "`a`"]), max_size=12))
def test_fences_are_the_same_lines_whether_of_the_text_or_each_by_itself(lines):
    each = [(number, one) for number, line in enumerate(lines) if (one := markdown.fence(line))]
    assert list(markdown.fences("\n".join(lines))) == each


@pytest.mark.parametrize("hostile", ["```" + " " * 5_000 + "`", "`" * 5_000 + "a`", " " * 5_000 + "```"])
def test_no_fence_takes_long_to_be_told(hostile):
    start = time.process_time()
    for _ in range(20):
        assert markdown.fence(hostile) is None
    assert time.process_time() - start < 0.2


def test_more_fences_than_count_leave_the_rest_as_it_is():
    text = "```\na\n```\n" * markdown.MOST_FENCES
    assert len(code(text)) == markdown.MOST_FENCES * 3 // 2


def test_tags_are_not_in_blocks_of_code():
    assert tags("#one\n```c\n#include <a>\n```\n#two\n```\n#three") == {"one", "two"}


def test_ten_thousand_tags_are_found_and_no_more():
    assert len(tags(" ".join(f"#tag{number}" for number in range(10_000)))) == 10_000
    assert len(tags(" ".join(f"#tag{number}" for number in range(20_000)))) == markdown.MOST_TAGS


def test_tags_are_not_in_code_nor_in_addresses():
    assert tags("#one `#two` https://a.example/#three\n# four\n#five,#six #one") == {"one", "five", "six"}


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b?c#d", "https://a.example/@ana", "HTTP://a.example", "mailto:ana@example.org",
     "mailto:ana@example.org?subject=Thank%20you&body=For%20your%20time"],
)  # fmt: skip
def test_addresses_of_the_web_and_of_mail_may_be_opened(address):
    assert markdown.safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.example", "a.example", "https:",
     "smb://a.example", "ht\ntps://a.example", "https://[", "https://a.example\\@b.example", "http\u200b://a.example",
     "https://linkedin.com@b.example/", "https://ana:secret@b.example", "https://linkedin.com\u202e@b.example",
     "mailto:ana@example.org?bcc=b@example.org", "mailto:ana@example.org?subject=a&Attach=/etc/passwd",
     "mailto:a@example.org?subject=a%0d%0abcc:b@example.org", "mailto:a@example.org,b@example.org",
     "mailto:?to=b@example.org", "mailto:a@example.org%0abcc:b@example.org"],
)  # fmt: skip
def test_no_other_address_may(address):
    assert markdown.safe_address(address) is None


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- one", "- "),
        ("  * [x] done", "  * [ ] "),
        ("9. nine", "10. "),
        ("1) one", "2) "),
        ("- ", ""),
        ("- [ ] ", ""),
        ("text", None),
        ("-one", None),
    ],
)
def test_a_list_goes_on(line, following):
    assert markdown.continued(line) == following


def test_a_line_of_a_list_goes_in_and_out():
    assert markdown.indented("- a", deeper=True) == "  - a"
    assert [markdown.indented(line, deeper=False) for line in ("  - a", " - a", "- a", "\t- a")] == ["- a"] * 4
