"""OFD files that loop, lie or break off give a result or one refusal, and cost what is in them."""

import tracemalloc

import pytest

from tests.readers.ofd.made import SPACE, packed, page, text
from tests.readers.workbook.made import archive, shown
from toolkit.errors import ReadError
from toolkit.readers import read
from toolkit.readers.ofd import READER

MOST_MEMORY = 300 << 20
GOOD = text(20, 20, "供水管网改造")


def nested(depth: int) -> str:
    return "<ofd:PageBlock>" * depth + text(20, 40, "深处") + "</ofd:PageBlock>" * depth


def units(fan: int) -> dict[str, str]:
    """Composite units each of which draws the next several times."""
    made = "".join(
        f'<ofd:CompositeGraphicUnit ID="{n}"><ofd:Content>'
        + f'<ofd:CompositeObject ResourceID="{n + 1}" Boundary="0 0 9 9"/>' * fan
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for n in range(12)
    )
    return {
        "Doc_0/Res.xml": f"<ofd:Res {SPACE}><ofd:CompositeGraphicUnits>{made}</ofd:CompositeGraphicUnits></ofd:Res>"
    }


def code(more: str, string: str = "供水", size: str = "4") -> str:
    inner = f"<ofd:TextCode {more}>{string}</ofd:TextCode>"
    return f'<ofd:TextObject Boundary="20 40 90 6" Size="{size}">{inner}</ofd:TextObject>'


def rooted(root: str) -> str:
    return f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"


READ = {
    "steps by the billion": packed([page(GOOD, code('X="0" Y="4" DeltaX="g 999999999 4"'))]),
    "steps that are none": packed([page(GOOD, code('X="a" Y="" DeltaX="g x y - e" DeltaY="nan inf 1e999"'))]),
    "text far off the page": packed([page(GOOD, code('X="1e5" Y="-1e5"'))]),
    "a size of nothing": packed([page(GOOD, code('X="0" Y="4"', size="0"), code('X="0" Y="4"', size="-3"))]),
    "a matrix of nothing": packed([page(GOOD, code('X="0" Y="4"').replace("Size", 'CTM="0 0 0 0 0 0" Size'))]),
    "a matrix that is none": packed([page(GOOD, code('X="0" Y="4"').replace("Size", 'CTM="1 x" Size'))]),
    "a path of a hundred thousand steps": packed(
        [
            page(
                GOOD,
                "<ofd:PathObject><ofd:AbbreviatedData>M 0 0"
                + " L 1 1" * 100_000
                + "</ofd:AbbreviatedData></ofd:PathObject>",
            )
        ]
    ),
    "blocks within blocks": packed([page(GOOD, nested(100))]),
    "a template that is missing": packed([page(GOOD, head='<ofd:Template TemplateID="99"/>')]),
    "a template that is the page": packed(
        [page(GOOD, head='<ofd:Template TemplateID="7"/>')],
        common='<ofd:TemplatePage ID="7" BaseLoc="Pages/Page_0/Content.xml"/>',
    ),
    "a unit that draws itself": packed(
        [page(GOOD, '<ofd:CompositeObject ResourceID="1" Boundary="0 0 9 9"/>')],
        {
            "Doc_0/Res.xml": f'<ofd:Res {SPACE}><ofd:CompositeGraphicUnit ID="1"><ofd:Content><ofd:CompositeObject '
            'ResourceID="1" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:Res>'
        },
        "<ofd:PublicRes>Res.xml</ofd:PublicRes>",
    ),
    "a page box of nothing": packed([page(GOOD)], box="0 0 0 0"),
    "a page box without end": packed([page(GOOD)], box="0 0 1e300 nan"),
    "a signature": packed(
        [page(GOOD)], {"Doc_0/Signs/Sign_0/Signature.xml": "<broken", "Doc_0/Signs/SignedValue.dat": "x"}
    ),
}
REFUSED = {
    "nothing but a mark": (b"PK\x03\x04" + bytes(30) + b"OFD.xml", "READ-DAMAGED"),
    "no documents": (archive({"OFD.xml": f"<ofd:OFD {SPACE}/>"}), "READ-DAMAGED"),
    "a document that is its own list": (
        archive({"OFD.xml": rooted("OFD.xml")}),
        "READ-DAMAGED",
    ),
    "a document outside": (
        archive({"OFD.xml": rooted("../../etc/passwd")}),
        "READ-DAMAGED",
    ),
    "no XML": (archive({"OFD.xml": "\x00\x01"}), "READ-DAMAGED"),
    "an entity": (
        archive({"OFD.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
        "READ-DAMAGED",
    ),
    "all pages broken": (packed(["<broken", "<broken"]), "READ-DAMAGED"),
    "pages without text": (packed([page()]), "READ-NO-TEXT-LAYER"),
    "a picture alone": (
        packed([page('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>')]),
        "READ-NO-TEXT-LAYER",
    ),
    "encrypted parts": (packed([page(GOOD)], {"Encryptions.xml": "<a/>"}), "READ-ENCRYPTED"),
    "pages without end": (
        archive(
            {
                "OFD.xml": rooted("D.xml"),
                "D.xml": f"<ofd:Document {SPACE}><ofd:Pages>{'<ofd:Page/>' * 6_000}</ofd:Pages></ofd:Document>",
            }
        ),
        "READ-TOO-LARGE",
    ),
    "units that multiply": (
        packed(
            [page('<ofd:CompositeObject ResourceID="0" Boundary="0 0 9 9"/>')],
            units(30),
            "<ofd:PublicRes>Res.xml</ofd:PublicRes>",
        ),
        "READ-DAMAGED",
    ),
    "a bomb": (archive({"OFD.xml": " " * (20 << 20)}), "READ-BOMB"),
}


@pytest.mark.parametrize("name", sorted(READ))
def test_odd_ofd_is_read_within_bounds(name: str) -> None:
    tracemalloc.start()
    try:
        document = read(READ[name], "a.ofd")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "供水管网改造" in shown(document)[0]
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_hostile_ofd_is_refused_with_its_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(ReadError) as refused:
        read(data, "a.ofd")
    assert refused.value.code == reason, refused.value.message
    assert refused.value.hint


def test_any_byte_may_be_wrong() -> None:
    whole = READER.specimen
    outcomes = set()
    for at in range(0, len(whole), 7):
        data = bytearray(whole)
        data[at] ^= 0xA5
        for given in (bytes(data), whole[:at]):
            try:
                outcomes.add(bool(read(given, "a.dat").blocks))
            except ReadError as error:
                outcomes.add(error.code.startswith("READ-"))
    assert outcomes == {True}
