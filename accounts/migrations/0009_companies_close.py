from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0008_reviewers_open_resumes'),
    ]

    operations = [
        migrations.AddField(
            model_name='company',
            name='closed_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='关闭时间'),
        ),
    ]
