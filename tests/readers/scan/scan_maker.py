"""Pages of a PDF with a text layer → pages as a scanner gives them: askew, turned, sealed, noisy, as images."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2

DPI = 200


@dataclass(frozen=True)
class Fault:
    """What went wrong at the scanner: degrees askew (clockwise), quarter turns (clockwise), noise in levels, a seal at
    (x, y) in shares of the page, the brightness of black (0–255)."""

    askew: float = 0.0
    quarters: int = 0
    noise: float = 0.0
    seal: tuple[float, float] | None = None
    ink: int = 0


def picture(data: bytes, number: int) -> Any:
    """Page `number` (from 1) of a PDF as blue, green, red at 200 dpi."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[number - 1].render(scale=DPI / 72).to_numpy()[:, :, :3].copy()
    finally:
        document.close()


def scanned(page: Any, fault: Fault) -> Any:
    """The picture of a page with faults, in the order in which they befall it."""
    page = (fault.ink + page.astype(np.float32) * (255 - fault.ink) / 255).astype(np.uint8)
    if fault.seal is not None:
        page = _sealed(page, fault.seal)
    if fault.askew:
        height, width = page.shape[:2]
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -fault.askew, 1.0)
        page = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    if fault.noise:
        noise = np.random.default_rng(7).normal(0.0, fault.noise, page.shape[:2])[:, :, None]
        page = np.clip(cv2.GaussianBlur(page, (3, 3), 0) + noise, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.rot90(page, -fault.quarters))


def _sealed(page: Any, at: tuple[float, float]) -> Any:
    """A round red seal 42 mm wide with a star, pressed over what is printed: black stays black."""
    height, width = page.shape[:2]
    centre, radius = (round(at[0] * width), round(at[1] * height)), round(21 / 25.4 * DPI)
    shape = np.zeros((height, width), np.uint8)
    cv2.circle(shape, centre, radius, 255, 9)
    corners = [
        (centre[0] + size * np.sin(step * np.pi / 5), centre[1] - size * np.cos(step * np.pi / 5))
        for step in range(10)
        for size in ((0.35 if step % 2 == 0 else 0.14) * radius,)
    ]
    cv2.fillPoly(shape, [np.array(corners, np.int32)], 255)
    for step in range(12):
        angle = np.pi * (0.75 + 1.5 * step / 11)
        spot = (round(centre[0] + 0.78 * radius * np.cos(angle)), round(centre[1] + 0.78 * radius * np.sin(angle)))
        cv2.rectangle(shape, (spot[0] - 12, spot[1] - 14), (spot[0] + 12, spot[1] + 14), 255, 5)
    pressed = page.copy()
    for channel, level in enumerate((70, 60, 225)):
        tinted = np.minimum(page[:, :, channel], level)
        pressed[:, :, channel] = np.where(shape > 0, tinted, page[:, :, channel])
    return pressed


def pdf_of(*pictures: Any) -> bytes:
    """A PDF whose pages are nothing but these pictures."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for image in pictures:
        height, width = image.shape[:2]
        jpeg = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 88])[1].tobytes()
        points = f"{width * 72 / DPI:.2f} {height * 72 / DPI:.2f}"
        wide, tall = points.split()
        show = f"q {wide} 0 0 {tall} 0 0 cm /I Do Q".encode()
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {points}] /Contents {first + 1} 0 R"
            f" /Resources << /XObject << /I {first + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(show), show),
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB"
            f" /BitsPerComponent 8 /Filter /DCTDecode /Length {len(jpeg)} >>\nstream\n".encode()
            + jpeg
            + b"\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
