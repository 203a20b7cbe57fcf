"""All hostile and broken files: name as it would arrive → maker of its bytes."""

from collections.abc import Callable

from tests.hostile import office_files, pdf_files, text_files

FILES: dict[str, Callable[[], bytes]] = {
    **{f"{name}.pdf": make for name, make in pdf_files.FILES.items()},
    **text_files.FILES,
    **office_files.FILES,
}
