from accounts.exporting import making
from axrc.background import task


@task()
def make_export(export_id):
    making.make(export_id)
