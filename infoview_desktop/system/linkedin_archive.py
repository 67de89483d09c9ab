"""The archive that LinkedIn sends: a zip of some forty files, of which one is read.

A zip from outside is not to be trusted. Nothing is unpacked to a disk, no name in it is ever used as a path,
and its own directory is looked at before Python's reader takes all of that into memory.
"""

import errno
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from infoview_desktop.system.regular_file import READ_AHEAD, UnreadableFile

_WANTED = "connections.csv"
_MOST_DEEP = 2  # at the root, or in one folder
_NO_FOLDER = frozenset({"", "..", "__macosx"})

_LARGEST_DIRECTORY = 4 * 1024 * 1024
_HIGHEST_RATIO = 200
_ENCRYPTED = 0x1
_BEFORE_ZIP_DATES = date(1980, 1, 1)

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_ZIP64_MARK = b"PK\x06\x07"
_ZIP64_LOCATOR = 20
_LONGEST_COMMENT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Member:
    """The one file that is read; `size` in bytes, `folder` and `dated` as the archive has them."""

    file: BinaryIO
    size: int
    folder: str
    dated: date | None


@contextmanager
def connections_member(file: BinaryIO, name: str, largest: int) -> Iterator[Member]:
    """Open the Connections.csv of an archive for reading and seeking, at most `largest` bytes of it.

    Raises:
        UnreadableFile: There is none, or it is damaged, locked or too large; also while the block reads it.
    """
    damaged = f"“{name}” is a damaged archive; download it from LinkedIn again."
    try:
        _check_directory(file, name)
        archive = ZipFile(file)
        info = _wanted(archive, name)
        _check_member(info, name, largest)
        opened = archive.open(info)
    except (BadZipFile, ValueError, NotImplementedError, struct.error, EOFError, IndexError) as error:
        raise UnreadableFile(damaged) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise UnreadableFile(damaged) from error
    with archive, BufferedReader(cast("RawIOBase", opened), READ_AHEAD) as member:
        try:
            yield Member(member, info.file_size, _folder(info), _dated(info))
        except (BadZipFile, zlib.error, EOFError) as error:
            raise UnreadableFile(damaged) from error


def _check_directory(file: BinaryIO, name: str) -> None:
    """Refuse a directory that would take minutes and gigabytes to read; a bare count of entries may lie."""
    size = file.seek(0, 2)
    start = max(0, size - _END.size - _LONGEST_COMMENT - _ZIP64_LOCATOR)
    file.seek(start)
    tail = file.read(size - start)
    at = len(tail) - _END.size
    if tail[at : at + len(_END_MARK)] != _END_MARK or not tail.endswith(b"\0\0"):
        at = tail.rfind(_END_MARK)
    if at < 0:
        raise BadZipFile
    directory_size = _END.unpack_from(tail, at)[5]
    if directory_size > _LARGEST_DIRECTORY or _ZIP64_MARK in tail[max(0, at - _ZIP64_LOCATOR) : at]:
        raise UnreadableFile(
            f"“{name}” holds too many files to be LinkedIn's archive; unpack it and choose Connections.csv."
        )


def _wanted(archive: ZipFile, name: str) -> ZipInfo:
    candidates = [info for info in archive.infolist() if _is_wanted(info)]
    if candidates:
        return min(candidates, key=lambda info: len(_parts(info)))
    if any(info.filename.startswith("xl/") for info in archive.infolist()):
        raise UnreadableFile(f"“{name}” is an Excel workbook; save it as CSV and choose that file.")
    raise UnreadableFile(
        f"“{name}” holds no Connections.csv; ask LinkedIn for an archive that includes your connections."
    )


def _check_member(info: ZipInfo, name: str, largest: int) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFile(f"“{name}” is locked with a password; unpack it and choose Connections.csv.")
    if info.compress_type not in {
        ZIP_STORED,
        ZIP_DEFLATED,
    }:  # the others cannot be unpacked in bounded memory
        raise UnreadableFile(f"“{name}” is packed in an unusual way; unpack it and choose Connections.csv.")
    if info.file_size > min(largest, max(info.compress_size, 1) * _HIGHEST_RATIO):
        raise UnreadableFile(
            f"The Connections.csv in “{name}” unpacks to far more than a list of connections can be; "
            "download the archive from LinkedIn again."
        )


def _parts(info: ZipInfo) -> list[str]:
    return info.filename.replace("\\", "/").split("/")


def _is_wanted(info: ZipInfo) -> bool:
    *folders, base = _parts(info)
    return (
        base.casefold() == _WANTED
        and len(folders) < _MOST_DEEP
        and not any(folder.casefold() in _NO_FOLDER for folder in folders)
    )


def _folder(info: ZipInfo) -> str:
    return "/".join(_parts(info)[:-1])


def _dated(info: ZipInfo) -> date | None:
    try:
        dated = date(*info.date_time[:3])
    except ValueError:
        return None
    return dated if dated > _BEFORE_ZIP_DATES else None
