"""Rights of the groups of staff, given by migrations: operations = [rights.give("审核", "jobs", rights.on("job"))]."""

from functools import partial

from django.db import migrations

EVERYTHING = ("add", "change", "delete", "view")


def give(group, app_label, codenames):
    """The operation that gives a group permissions, and takes them back; `codenames` are {name of the model: its list}.

    The migration depends on auth.0012_alter_user_first_name_max_length and contenttypes.0002_remove_content_type_name.
    """
    wanted = {"group": group, "app_label": app_label, "codenames": codenames}
    return migrations.RunPython(partial(grant, **wanted), partial(withdraw, **wanted), elidable=False)


def on(model, actions=EVERYTHING):
    """{model: the codenames of Django's own permissions}"""
    return {model: [f"{action}_{model}" for action in actions]}


def grant(apps, schema_editor, *, group, app_label, codenames):
    alias = schema_editor.connection.alias
    found, _ = apps.get_model("auth.Group").objects.using(alias).get_or_create(name=group)
    found.permissions.add(*permissions(apps, alias, app_label, codenames))


def withdraw(apps, schema_editor, *, group, app_label, codenames):
    """The group stays: other apps use it too."""
    alias = schema_editor.connection.alias
    for found in apps.get_model("auth.Group").objects.using(alias).filter(name=group):
        found.permissions.remove(*permissions(apps, alias, app_label, codenames))


def permissions(apps, alias, app_label, codenames):
    """Django itself makes permissions only after all migrations, and leaves alone those that are there by then."""
    content_types = apps.get_model("contenttypes.ContentType").objects.using(alias)
    made = apps.get_model("auth.Permission").objects.using(alias)
    for model, names in codenames.items():
        meta = apps.get_model(app_label, model)._meta
        content_type, _ = content_types.get_or_create(app_label=app_label, model=model)
        for codename in names:
            name = dict(meta.permissions).get(codename, f"Can {codename.split('_')[0]} {meta.verbose_name}")
            permission, _ = made.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})
            yield permission
