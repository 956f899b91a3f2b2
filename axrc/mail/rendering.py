"""Templates become subject, text, markup, and the parameters of a text message."""

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.base import VariableNode
from django.template.loader import get_template


def plain(name, context):
    """Plain text: nothing is escaped."""
    return get_template(name).template.render(Context(surrounded(context), autoescape=False)).strip()


def one_line(name, context):
    return " ".join(plain(name, context).split())


def markup(name, context):
    """The letter as HTML, "" where it has none."""
    return get_template(name).render(surrounded(context)) if exists(name) else ""


def exists(name):
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True


def parameters(name, context):
    """The variables of a template and what they become, {{ company.name }} as company_name.

    Services such as Aliyun's fill in a template of their own, which has to have these parameters.
    """
    template = get_template(name).template
    context = Context(surrounded(context), autoescape=False)
    with context.bind_template(template):
        nodes = [
            node for node in template.nodelist.get_nodes_by_type(VariableNode) if hasattr(node.filter_expression.var, "var")
        ]
        return {node.filter_expression.var.var.replace(".", "_"): node.render(context) for node in nodes}


def surrounded(context):
    return {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL} | context
