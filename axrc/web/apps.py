from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.contrib.staticfiles import apps as staticfiles


class WebConfig(AppConfig):
    default = True
    name = "axrc.web"


class AdminConfig(admin.AdminConfig):
    default = False
    default_site = "axrc.web.admin.AdminSite"


class StaticFilesConfig(staticfiles.StaticFilesConfig):
    """Leaves out what nobody asks for: the editor's unused plugins, skins' sources and samples."""

    ignore_patterns = [
        *staticfiles.StaticFilesConfig.ignore_patterns,
        "galleriffic",
        "file-icons",
        "samples",
        "adobeair",
        "ajax",
        "bbcode",
        "codesnippet",
        "codesnippetgeshi",
        "devtools",
        "docprops",
        "embed",
        "embedbase",
        "embedsemantic",
        "exportpdf",
        "flash",
        "iframe",
        "iframedialog",
        "mathjax",
        "placeholder",
        "scayt",
        "smiley",
        "stylesheetparser",
        "templates",
        "uicolor",
        "wsc",
    ]
