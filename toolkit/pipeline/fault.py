"""An unexpected exception → one of our errors: what it was and what the user can do."""

from toolkit.errors import ToolkitError


def fault(name: str, cause: BaseException) -> ToolkitError:
    """FAULT-INTERNAL with the exception attached as its cause; `name` is the file at hand, or empty."""
    what = f"处理“{name}”时" if name else ""
    message = f"{what}程序内部出错（{type(cause).__name__}）。"
    error = ToolkitError("FAULT-INTERNAL", message, "请加 --debug 重新运行，把输出连同文件反馈给开发者。")
    error.__cause__ = cause
    return error
