"""Believable exports of people who do not exist, in the present shape of LinkedIn's Connections.csv.

The quirks have the shares that they have in real exports: hidden members, credentials, percent-encoded
addresses, e-mail addresses, names that occur twice, emoji, capitals, hidden characters, spaces after a
position, formulas.
"""
# ruff: noqa: RUF001 - people's names are in many scripts

import csv
import random
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from urllib.parse import quote

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. '
    "You will only see email addresses for connections who have allowed their connections to see or download "
    "their email address using this setting https://www.linkedin.com/psettings/privacy/email. "
    'You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")


def _names(text: str) -> list[str]:
    return text.split()


_GIVEN = _names("""
    Aaron Adaeze Aisha Alice Amara Ana Anita Arjun Astrid Ben Bianca Bo Carla Carlos Chidi Chloe Daniela
    David Diego Elena Emeka Erik Eva Farah Fatima Felix Frank Gabriel Giulia Grace Hana Hiroshi Hugo
    Ibrahim Ines Isaac Ivana Jack Jamal Jonas Julia Karen Kavita Kenji Kofi Laura Leo Liam Lina Luca
    Maria Marta Mei Miguel Mina Nadia Nikhil Noah Nora Olga Omar Oscar Paul Petra Priya Rashid Rosa Ruth
    Sam Sara Sofia Tara Tomas Victor Wendy Yusuf
""")
_FAMILY = _names("""
    Abara Adeyemi Ahmed Alvarez Andersson Baker Banerjee Becker Bianchi Brown Castillo Chen Clarke Costa
    Das Dubois Eriksen Evans Farouk Ferrari Fischer Garcia Gupta Haddad Hansen Hughes Ito Ivanov Jansen
    Johnson Kamau Kaur Keller Khan Kim Kowalski Kumar Larsen Lee Lopez Marino Mbeki Meyer Miller Mohamed
    Moreau Murphy Nakamura Nguyen Novak Okafor Owens Patel Petrov Popescu Quinn Reid Romano Rossi Ruiz
    Santos Schmidt Shah Silva Singh Tanaka Taylor Torres Usman Varga Vogel Walker Wang Weber Wilson
    Wright Yamada Yilmaz Zhang Zimmerman
""")
_MARKED = (
    (_names("Łukasz Małgorzata Božena Paweł Jiří"), _names("Łukasiewicz Šimůnek Wiśniewska Dvořák Żak")),
    (_names("Çağla Gökçe Uğur İpek Şule"), _names("Çelik Yıldız Öztürk Şahin Güneş")),
    (_names("Øyvind Jörg Þóra Åsa Søren"), _names("Øberg Müller Ångström Sæther Groß")),
    (_names("José Zoë André Inês Noémie"), _names("Peña Gonçalves Béranger Muñoz Núñez")),
    (_names("伟 秀英 美咲 大翔 静"), _names("王 李 鈴木 佐藤 陈")),
    (_names("지훈 서연 민준 하은"), _names("김 박 최 정")),
    (_names("محمد ليلى يوسف نور"), _names("حداد خوري منصور ناصر")),
    (_names("Юлия Сергей Оксана Иван"), _names("Иванова Ковальчук Шевченко Орлов")),
)
_CREDENTIALS = ("PhD", "MBA", "PhD, MBA", "CPA", "PMP", "M.Sc.", "RN, BSN", "SHRM-CP")
_ROOTS = _names("""
    Alder Birch Cedar Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Meadow Nimbus
    Orchard Pioneer Quartz River Summit Tundra Umbra Vector Willow Zephyr
""")
_KINDS = (
    "Labs",
    "Health",
    "Analytics",
    "& Sons",
    "Foundation",
    "Partners, Inc.",
    "GmbH",
    "S.A.",
    "University",
)
_PLACES = _names(
    "Lisbon Nairobi Lima Oslo Pune Québec Seoul Tunis Turin Zürich Austin Leeds Boston Dakar "
    "Cairo Porto Malmö Osaka Quito Perth Accra Delhi Rabat Sofia Hanoi Graz"
)
_GRADES = ("", "Senior ", "Junior ", "Lead ", "Head of Data, ", "Associate ", "Assistant ")
_ROLES = _names("Analyst Engineer Nurse Designer Researcher Manager Teacher Consultant Economist")
_TEAMS = ("", ", Programmes", " (part-time)", " – Public Policy", " & Operations", " | Data", " at large")
_MONTHS = _names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

_LAST_DAY = date(2026, 6, 7)
_DAYS = 15 * 365

# Shares of the rows
_ENCODED, _MARKED_IN_A_PLAIN_URL, _NAMESAKE = 0.105, 0.05, 0.013
_WITH_EMAIL, _HIDDEN, _NEW_COMPANY, _NO_COMPANY, _SPACED, _FORMULA = 0.031, 0.011, 0.68, 0.009, 0.03, 0.0002
_CREDENTIALED, _PARENTHESES, _INITIAL, _CAPITALS, _EMOJI, _INVISIBLE = (
    0.019,
    0.006,
    0.005,
    0.007,
    0.008,
    0.0007,
)


def write_connections(path: Path, rows: int, *, seed: int = 1, changed: float = 0.0) -> None:
    """Write an export of `rows` records, in LinkedIn's own bytes.

    The same `seed` gives the same people, and more `rows` only adds to them. A share of `changed` of them,
    from 0 to 1, have another position or company: write once without and once with it, for two imports.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(PREAMBLE)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(islice(_rows(seed, changed), rows))


def _rows(seed: int, changed: float) -> Iterator[tuple[str, ...]]:
    people = random.Random(seed)  # noqa: S311 - nothing secret
    moves = random.Random(f"moves of {seed}")  # noqa: S311 - a source of its own, so that the people stay
    names: list[tuple[str, str]] = []
    taken: set[tuple[str, str]] = set()
    companies: list[str] = []
    for number in count(1):
        given, family, plain_url = _name(people, names, taken)
        names.append((given, family))
        taken.add((given, family))
        slug = f"{_plain(given)}-{_plain(family)}" if plain_url else f"{given}-{family}"
        url = f"https://www.linkedin.com/in/{quote(f'{slug}-{number:x}'.strip('-').replace(' ', '-').lower())}"
        given, family = _dressed(people, given, family)
        email = f"person{number}@example.org" if people.random() < _WITH_EMAIL else ""
        company, position = _company(people, companies), _position(people)
        day = _LAST_DAY - timedelta(days=people.randrange(_DAYS))
        connected_on = f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"
        hidden = people.random() < _HIDDEN
        if moves.random() < changed:
            position = f"Principal {_ROLES[number % len(_ROLES)]}"
            company = f"{company} {_PLACES[number % len(_PLACES)]}" if number % 2 else company
        if hidden:
            yield ("", "", "", "", "", "", connected_on)
        else:
            yield (given, family, url, email, company, position, connected_on)


def _name(people: random.Random, names: list[tuple[str, str]], taken: set[tuple[str, str]]) -> tuple[str, str, bool]:
    """Give a name, a new one unless it is a namesake's, and whether the address is in plain letters."""
    draw = people.random()
    plain_url = draw >= _ENCODED
    is_marked = draw < _ENCODED + _MARKED_IN_A_PLAIN_URL
    given_names, family_names = people.choice(_MARKED) if is_marked else (_GIVEN, _FAMILY)
    given, family = people.choice(given_names), people.choice(family_names)
    if people.random() < _NAMESAKE / 2 and names:
        return *people.choice(names), plain_url
    while (given, family) in taken:
        if len(given) <= len(family):
            given = f"{given} {people.choice(given_names)}"
        else:
            family = f"{family}-{people.choice(family_names)}"
    return given, family, plain_url


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _dressed(people: random.Random, given: str, family: str) -> tuple[str, str]:
    """Write the name as some members write theirs."""
    draw = people.random()
    for share, dressed in (
        (_CREDENTIALED, (given, f"{family}, {_CREDENTIALS[len(family) % len(_CREDENTIALS)]}")),
        (_PARENTHESES, (given, f"{family} ({_FAMILY[len(given)]})")),
        (_INITIAL, (given, f"{family[0]}.")),
        (_CAPITALS, (given.upper(), family.upper())),
        (_EMOJI, (f"{given} 🌍", family)),
        (_INVISIBLE, (f"{given}\u200b", f"{family}\u00a0")),
    ):
        draw -= share
        if draw < 0:
            return dressed
    return given, family


def _company(people: random.Random, companies: list[str]) -> str:
    draw = people.random()
    if draw < _NO_COMPANY:
        return ""
    if companies and draw > _NEW_COMPANY:
        return people.choice(companies)
    root, other, kind, place = map(people.choice, (_ROOTS, _ROOTS, _KINDS, _PLACES))
    companies.append(f"{root} {other} {kind} {place}")
    return companies[-1]


def _position(people: random.Random) -> str:
    grade, role, team = map(people.choice, (_GRADES, _ROLES, _TEAMS))
    position = f"{grade}{role}{team}"
    draw = people.random()
    if draw < _FORMULA:
        return f"={position}"
    return f"{position} " if draw < _SPACED else position
