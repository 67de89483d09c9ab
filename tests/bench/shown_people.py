"""The people in the pictures: believable, and nobody who exists."""
# ruff: noqa: RUF001 - people's names are in many scripts

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.linkedin_people import HEADER, PREAMBLE

_PEOPLE = """
Ana|Ruiz||Programme Analyst|Open Harbour|alumni, data, lima|ana.ruiz@example.org|04 Mar 2023
Bo|Chen|PhD|Director, Data|Acme, Inc.|data||11 Jan 2024
Chloé|Dubois||Logistics|Medics Abroad|nonprofit, alumni|chloe@example.org|18 Sep 2022
Dmitri|Kowalski||Head of Sustainability|Globex|climate||02 Feb 2025
Elif|Çelik||UX Researcher|Hooli|design||27 Nov 2024
Fatima|Haddad||Grants Manager|Northern Relief Network|nonprofit||30 Jun 2021
Grace|López||Product Manager|Initech|||09 Oct 2025
Łukasz|Żak||Software Engineer|Umbrella|alumni||21 Apr 2024
Mei|Nguyen||Policy Lead|City of Leedham|policy||15 May 2023
Olga|Jensen||Founder|Stealth|||03 Aug 2025
Priya|Patel||Senior Analyst|Development Bank of the South|data||12 Dec 2023
Rosa|Sato||Data Scientist|Brightwater|data||08 Mar 2024
Tomás|Vogel||Operations|Kestrel Labs|||19 Jul 2022
Tomasz-Aleksander|Wiśniewski-Brzęczyszczykiewicz|PhD, MBA|Deputy Director, Monitoring, Evaluation and Learning|\
International Federation of Community Health Workers|nonprofit||06 Feb 2024
Tove|Lindqvist||Service Designer|Kommunal|design||14 Jun 2025
Uchenna|Okafor||Economist|Meridian Institute|policy, data||23 Sep 2024
Uma|Banerjee|CPA|Finance Lead|Lantern Trust|nonprofit||01 Apr 2022
Ursula Maria Theresia|von Hohenberg-Lindenthal|MBA, PMP|Programme Manager|Alpenblick Stiftung|||17 Oct 2023
Valentina|Rossi||Communications|Porto Verde|climate||28 Jan 2025
Valeria|Castillo||Field Coordinator|Medics Abroad|lima, nonprofit||05 May 2024
Vera|Novak||Statistician|Office of Numbers|data||16 Mar 2021
Victor|Mbeki||Partnerships|Harvest Bridge|||22 Aug 2023
Viktor|Sørensen|M.Sc.|Wind Engineer|Nordvind|climate||10 Nov 2025
Violeta|Ionescu||Researcher|Danube University|alumni||29 Dec 2022
Vivek|Kumar||Platform Lead|Initech|||13 Feb 2025
Vivian|Clarke||Recruiter|Clearwater Talent|||07 Jul 2024
Wambui|Kamau||Country Director|Open Harbour|nonprofit||25 Oct 2021
Wanda|Zielińska||Librarian|City of Leedham|||31 May 2023
Wei|Zhang|PhD|Research Fellow|Lumen Laboratory|data, alumni||20 Jan 2022
Wendy|Hughes||Teacher|Hillcrest School|||02 Sep 2025
Wiebke|Jansen||Head of People|Hafenwerk|||18 Apr 2023
Wilhelmina|Abara||Communications Officer|Blue River Fund|nonprofit||11 Jun 2024
Willem|de Vries||Consultant|Tulip & Sons|||26 Feb 2023
Winston|Baker||Urban Planner|Borough Works|policy||15 Nov 2024
伟|王||Engineer|Hangzhou Robotics|alumni||09 Apr 2025
Xavier|Moreau||Chef de projet|Atelier Rhône|||24 Jul 2023
Xenia|Papadopoulou||Archivist|Museum of the Sea|||03 Mar 2022
Xiao|Lin||Actuary|Golden Field Insurance|data||12 Aug 2024
Ximena|Torres||Journalist|La Hoja|lima||30 Oct 2025
Yara|Mansour||Architect|Studio Cedar|design||21 Jun 2022
Yasmin|Farouk||Public Health Adviser|Nile Clinic|policy||08 Dec 2024
Yetunde|Adeyemi||Supply Chain Manager|Lagos Foods|||17 Jan 2023
Yevheniia|Shevchenko||Translator|Free Words|alumni||05 Sep 2024
Yngvar|Øberg||Oceanographer|Fjord Institute|climate||27 Mar 2025
Yoko|Tanaka||Curator|Kyoto Arts|design||14 Feb 2022
Yolanda|Reyes||Social Worker|Casa Abierta|nonprofit, lima||19 Nov 2023
Yuki|Nakamura||Animator|Paper Crane|design||06 Jul 2025
Юлия|Иванова||Data Engineer|Polyus|data||23 May 2024
Yusuf|Yıldız||Lawyer|Güneş & Partners|policy||10 Jan 2025
Yves|Lambert||Head of Programmes|Terre Commune|nonprofit||28 Sep 2022
Zahra|Khan||Epidemiologist|Nile Clinic|data||04 Jun 2023
Zainab|Usman||Policy Adviser|Meridian Institute|policy, alumni||16 Aug 2025
Zara|Owens||Fundraiser|Lantern Trust|nonprofit||22 Apr 2022
Zdeněk|Dvořák||Machinist|Škoda & Syn|||13 Oct 2024
Zeynep|Şahin||Product Designer|Hooli|design||01 Dec 2025
Zhen|Wu||Quantitative Analyst|Golden Field Insurance|data||09 May 2023
Zoë|Béranger||Ecologist|Wetland Watch|climate||26 Jan 2024
Zofia|Wójcik||Nurse|Saint Anne Hospital|||15 Mar 2025
Zoran|Petrović||Energy Analyst|Nordvind|climate, data||30 Jul 2024
Zuri|Mwangi||Founder|Sunny Side Kitchens|||18 Nov 2021
"""


@dataclass(frozen=True)
class Person:
    """Somebody in the book of the pictures; `connected_on` is as LinkedIn writes it."""

    given_name: str
    family_name: str
    credentials: str
    position: str
    organization: str
    tags: str
    email: str
    connected_on: str

    @property
    def record(self) -> tuple[str, ...]:
        """The person in LinkedIn's columns."""
        family_name = f"{self.family_name}, {self.credentials}" if self.credentials else self.family_name
        slug = f"{self.given_name}-{self.family_name}".replace(" ", "-").casefold()
        url = f"https://www.linkedin.com/in/{slug}"
        return (
            self.given_name,
            family_name,
            url,
            self.email,
            self.organization,
            self.position,
            self.connected_on,
        )


PEOPLE = tuple(Person(*line.split("|")) for line in _PEOPLE.strip().splitlines())

_EARLIER = {"Bo": {"position": "Analyst"}, "Elif": {"organization": "Globex"}}
_LATER = {
    "Olga": {"position": "Founder and Chief Executive", "organization": "Tidewater"},
    "Grace": {"position": "Group Product Manager"},
}
_NEW = (
    Person("João", "Müller", "", "Product Manager", "Initech", "", "", "18 Nov 2026"),
    Person("Ines", "Okoye", "RN", "Nurse Educator", "Saint Anne Hospital", "", "", "19 Nov 2026"),
    Person("Kofi", "Larsen", "", "Climate Analyst", "Nordvind", "", "", "20 Nov 2026"),
)
_HIDDEN = ("", "", "", "", "", "", "12 Nov 2026")


def write_first_export(path: Path) -> None:
    """Write the export from which the book was made."""
    _write(path, _records({}))


def write_earlier_export(path: Path) -> None:
    """Write an older one, from the time when two of them worked elsewhere."""
    _write(path, _records(_EARLIER))


def write_later_export(path: Path) -> None:
    """Write a newer one that has every kind of record: new, changed, the same, hidden, twice, unreadable."""
    new = [person.record for person in (*_NEW, _NEW[0])]
    unreadable = 'Bruno,"Quintana,https://www.linkedin.com/in/bruno\n'
    _write(path, [*_records(_LATER), *new, _HIDDEN, _HIDDEN, _HIDDEN], end=unreadable)


def _records(changes: Mapping[str, Mapping[str, str]]) -> list[tuple[str, ...]]:
    return [replace(person, **changes.get(person.given_name, {})).record for person in PEOPLE]


def _write(path: Path, records: Iterable[tuple[str, ...]], *, end: str = "") -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(PREAMBLE)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(records)
        file.write(end)
