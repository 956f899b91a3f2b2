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

# What cleaning leaves in a text must pass the editor unharmed when the text is opened again. Alignment is a style there
# and a class here; admin_news/editor.js turns one into the other.
KEPT = [
    "p h2 h3 h4 li td th caption table{text-align}",
    "td th[colspan,rowspan,scope]",
    "ol[start]",
    "img[!src,alt,width,height]{float}",
    "figure figcaption blockquote strong em u s sub sup",
]
DROPPED = [
    "img{width,height,border*,margin*}",
    "table[width,height,border,cellpadding,cellspacing]{width,height,border*}",
    "tr td th[width,height,valign]{width,height,border*,background*,vertical-align}",
    "a[target]",
]


class RichTextWidget(CKEditorWidget):
    """CKEditor that lets pass what axrc.text.clean lets pass, and sends pictures to news.uploads."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.config |= {
            "extraAllowedContent": "; ".join(KEPT),
            "disallowedContent": "; ".join(DROPPED),
            # By default Chrome would drop alignment from what is pasted.
            "pasteFilter": None,
            # Pasted pictures are uploaded; the other way of handling them would write them into the text.
            "clipboard_handleImages": False,
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
