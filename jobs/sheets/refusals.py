"""What is said of a file that can't be read."""

from jobs.life import Refused

OLD = "这是旧格式的 Excel 文件，请在 Excel 里另存为 .xlsx 再上传。"
WRONG_KIND = "请上传 Excel（.xlsx）或 CSV 表格。"
EMPTY = "文件是空的，请重新选择。"
NOT_WHAT_IT_SAYS = "文件的内容和扩展名不符，或者已经损坏。请在 Excel 里另存一次再上传。"
BROKEN = "打不开这个 Excel 文件，它可能已经损坏或加了密码。请在 Excel 里另存一次再上传。"
TOO_MUCH = "表格里的内容太多。请删掉图片和不需要的工作表，或者分成几个文件再上传。"
MACROS = "文件里带有宏，请另存为不带宏的 .xlsx 再上传。"
UNKNOWN_LETTERS = "看不出文字编码，请另存为 UTF-8 编码的 CSV，或者存为 .xlsx 再上传。"


class Unreadable(Refused):
    """A file of which no row can be read; the text is for the person."""
