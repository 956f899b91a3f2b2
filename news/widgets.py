"""The editor of rich text, for the admin of articles and pages."""

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF
from django.forms import Media
from django.templatetags.static import static
from django.urls import reverse

# CKEditor 4 writes scripts and styles into the page. Replacing the lists also drops their nonce, beside which browsers
# would not look at 'unsafe-inline'. For the view of the one form that holds the editor, with csp.decorators.csp_replace.
POLICY = {
    "script-src": [SELF, "'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
}

ALIGNMENTS = ["align-left", "align-center", "align-right", "align-justify"]
CLASSES = ",".join(ALIGNMENTS)

# What cleaning leaves in a text must pass the editor unharmed when the text is opened again.
KEPT = [
    "p h2 h3 h4 li caption table",
    "td th[colspan,rowspan,scope]",
    "ol[start]",
    "img[!src,alt,width,height]",
    "figure figcaption blockquote sub sup s u",
]


class RichTextWidget(CKEditorWidget):
    """CKEditor that says about alignment and sizes the same as axrc.text.clean, and sends pictures to news.uploads."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.config |= {
            "justifyClasses": [*ALIGNMENTS],
            "extraAllowedContent": "; ".join(f"{rule}({CLASSES})" for rule in KEPT),
            "disallowedContent": "img{width,height,border*,margin*}; table[width,height,border,cellpadding,cellspacing]{*}",
            "entities": False,
        }

    def get_context(self, name, value, attrs):
        """Addresses are looked up when the form is shown: settings and urls are complete by then."""
        upload = reverse("news:picture_upload")
        self.config |= {
            "uploadUrl": upload,
            "filebrowserImageUploadUrl": upload,
            "contentsCss": [static("ckeditor/ckeditor/contents.css"), static("admin_news/contents.css")],
        }
        return super().get_context(name, value, attrs)

    @property
    def media(self):
        """The script with the token stands after the editor and before what starts it."""
        first = Media(js=["ckeditor/ckeditor/ckeditor.js", "admin_news/editor.js"], css={"all": ["admin_news/editor.css"]})
        return first + super().media
