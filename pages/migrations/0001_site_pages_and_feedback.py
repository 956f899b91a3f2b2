import axrc.text.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FriendLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('url', models.URLField(validators=[django.core.validators.URLValidator(message='请填写以 https:// 或 http:// 开头的网址', schemes=['https', 'http'])], verbose_name='网址')),
                ('order', models.SmallIntegerField(default=0, help_text='数字小的在前', verbose_name='顺序')),
                ('is_visible', models.BooleanField(default=True, verbose_name='显示')),
            ],
            options={
                'verbose_name': '友情链接',
                'verbose_name_plural': '友情链接',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(choices=[('about', '安溪人才网简介'), ('fees', '收费标准'), ('payment', '付款方式'), ('contact', '联系我们'), ('privacy', '隐私政策'), ('terms', '用户协议'), ('credentials', '资质公示')], max_length=20, unique=True, verbose_name='地址')),
                ('title', models.CharField(max_length=40, verbose_name='标题')),
                ('summary', models.CharField(blank=True, help_text='一两句话，显示在标题下方和搜索引擎的结果里', max_length=160, verbose_name='摘要')),
                ('body', axrc.text.fields.RichTextField(max_length=200000, verbose_name='正文')),
                ('order', models.SmallIntegerField(default=0, help_text='数字小的在前；都为 0 时按惯例排列', verbose_name='页脚顺序')),
                ('is_in_footer', models.BooleanField(default=True, verbose_name='在页脚显示')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='更新时间')),
            ],
            options={
                'verbose_name': '页面',
                'verbose_name_plural': '页面',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SiteProfile',
            fields=[
                ('id', models.PositiveSmallIntegerField(editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(default='安溪人才网', max_length=30, verbose_name='网站名称')),
                ('domain', models.CharField(default='www.axrc.net', max_length=60, verbose_name='域名')),
                ('slogan', models.CharField(blank=True, default='安溪人才网为企业和求职者搭起交流的桥梁', max_length=120, verbose_name='网站简介')),
                ('promise', models.CharField(blank=True, default='提供高效优质的求职招聘服务', max_length=120, verbose_name='服务承诺')),
                ('copyright_notice', models.CharField(blank=True, default='版权所有 © 安溪人才网', max_length=120, verbose_name='版权声明')),
                ('reprint_notice', models.CharField(blank=True, default='未经安溪人才网允许不得转载本网招聘信息', max_length=120, verbose_name='转载声明')),
                ('icp_number', models.CharField(blank=True, max_length=40, verbose_name='工业和信息化部备案号')),
                ('police_number', models.CharField(blank=True, max_length=40, verbose_name='公安备案号')),
                ('police_url', models.URLField(blank=True, validators=[django.core.validators.URLValidator(message='请填写以 https:// 或 http:// 开头的网址', schemes=['https', 'http'])], verbose_name='公安备案链接')),
                ('business_licence_number', models.CharField(blank=True, max_length=40, verbose_name='营业执照统一社会信用代码')),
                ('hr_licence_number', models.CharField(blank=True, max_length=40, verbose_name='人力资源服务许可证编号')),
                ('complaint_phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9][0-9 \\-]{2,28}[0-9]$', '请填写电话号码，只用数字和短横线，例如 0595-12345678')], verbose_name='投诉举报电话')),
                ('service_phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9][0-9 \\-]{2,28}[0-9]$', '请填写电话号码，只用数字和短横线，例如 0595-12345678')], verbose_name='客服电话')),
                ('service_hours', models.CharField(blank=True, max_length=80, verbose_name='服务时间')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='办公地址')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='电子邮箱')),
                ('authority', models.CharField(blank=True, max_length=60, verbose_name='监督管理部门')),
                ('authority_phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9][0-9 \\-]{2,28}[0-9]$', '请填写电话号码，只用数字和短横线，例如 0595-12345678')], verbose_name='监督电话')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='演示数据')),
            ],
            options={
                'verbose_name': '网站资料',
                'verbose_name_plural': '网站资料',
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='only_one_site_profile')],
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(choices=[('suggestion', '建议'), ('opinion', '意见'), ('help', '求助'), ('complaint', '投诉')], max_length=12, verbose_name='类型')),
                ('text', models.TextField(max_length=1000, validators=[django.core.validators.MinLengthValidator(10)], verbose_name='内容')),
                ('name', models.CharField(blank=True, max_length=20, verbose_name='称呼')),
                ('contact', models.CharField(blank=True, max_length=60, verbose_name='联系方式')),
                ('sender', models.CharField(blank=True, editable=False, help_text='网络地址的加密摘要', max_length=32, verbose_name='来源标识')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='提交时间')),
                ('status', models.CharField(choices=[('open', '未处理'), ('answered', '已处理')], default='open', editable=False, max_length=10, verbose_name='状态')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='答复')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='答复时间')),
                ('is_public', models.BooleanField(default=False, help_text='在留言反馈页显示类型、内容、日期和答复；称呼和联系方式不会公开，内容中的电话和邮箱会隐去', verbose_name='公开')),
                ('answered_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='答复人')),
            ],
            options={
                'verbose_name': '留言反馈',
                'verbose_name_plural': '留言反馈',
                'ordering': ['-created_at', '-id'],
                'indexes': [models.Index(condition=models.Q(('is_public', True)), fields=['-answered_at', '-id'], name='feedback_shown'), models.Index(fields=['sender', 'created_at'], name='feedback_by_sender')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('is_public', False), ('status', 'open')), models.Q(('answered_at__isnull', False), ('status', 'answered')), _connector='OR'), name='feedback_is_public_only_when_answered')],
            },
        ),
    ]
