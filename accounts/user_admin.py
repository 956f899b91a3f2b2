"""People in the admin: nobody edits an account with more rights than their own."""

from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth import forms as auth_forms
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts import closing, phones
from accounts.models import Closing, Consent, PolicyVersion, User
from accounts.privacy_views import linker
from axrc import audit

# Addresses, keys and sessions are their owners' business: whoever could change them could become anybody.
for app in ("account", "mfa", "socialaccount", "usersessions"):
    import_module(f"allauth.{app}.admin")
    for model in [model for model in admin.site._registry if model._meta.app_label == app]:
        admin.site.unregister(model)


def outranks(user, other):
    """Whether somebody may do what another account may not."""
    if user.is_superuser or other.is_superuser:
        return user.is_superuser and not other.is_superuser
    else:
        return bool(user.get_all_permissions() - other.get_all_permissions())


def may_edit(editor, user):
    return editor.is_superuser or not (user.is_superuser or outranks(user, editor))


def grantable_groups(editor):
    """The groups that give nothing which the editor lacks."""
    if editor.is_superuser:
        return Group.objects.all()
    own = editor.get_all_permissions()
    groups = Group.objects.prefetch_related("permissions__content_type")
    fitting = [
        group.pk
        for group in groups
        if {f"{right.content_type.app_label}.{right.codename}" for right in group.permissions.all()} <= own
    ]
    return Group.objects.filter(pk__in=fitting)


class UserForm(auth_forms.UserChangeForm):
    phone = phones.PhoneField(required=False, help_text="填写前请核实这个号码是本人的，保存后本人可以用它登录")

    def clean_phone(self):
        number = self.cleaned_data["phone"]
        if number and User.objects.with_phone(number).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("另一个账号正在使用这个手机号")
        return number

    def clean_email(self):
        return (self.cleaned_data["email"] or "").lower() or None


class ConsentInline(admin.TabularInline):
    model = Consent
    fields = readonly_fields = ["kind", "version", "at", "withdrawn_at"]
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    form = UserForm
    ordering = ["-date_joined"]
    list_display = ["__str__", "email", "phone", "role", "is_staff", "is_active", "date_joined", "last_login"]
    list_filter = ["role", "is_staff", "is_superuser", "is_active", "groups"]
    search_fields = ["email", "phone", "name"]
    fieldsets = [
        (None, {"fields": ["email", "phone", "password"]}),
        ("个人", {"fields": ["name", "role"]}),
        ("权限", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("时间", {"fields": ["last_login", "date_joined", "phone_verified_at"]}),
    ]
    readonly_fields = ["last_login", "date_joined", "phone_verified_at"]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "name", "role", "usable_password", "password1", "password2"]})
    ]
    inlines = [ConsentInline]
    actions = ["reset_second_factor", "close_accounts"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def has_change_permission(self, request, obj=None):
        """What is left of an erased account is nobody's to fill in again."""
        is_erased = obj and Closing.objects.filter(user=obj, erased_at__isnull=False).exists()
        may = super().has_change_permission(request, obj)
        return may and (obj is None or (may_edit(request.user, obj) and not is_erased))

    def has_delete_permission(self, request, obj=None):
        """Accounts are closed: what the law wants kept is kept, what is the person's own is erased in time."""
        return False

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "is_superuser", "user_permissions"]

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "groups":
            options["queryset"] = grantable_groups(request.user)
        return super().formfield_for_manytomany(db_field, request, **options)

    def save_model(self, request, user, form, change):
        """Staff vouch for a number; a new address is confirmed by its owner at the next login.

        Letting in somebody who has left means that the account is not erased.
        """
        if "phone" in form.changed_data:
            user.phone_verified_at = timezone.now() if user.phone else None
        super().save_model(request, user, form, change)
        if change and "email" in form.changed_data:
            EmailAddress.objects.filter(user=user).delete()
        left = user.is_active and Closing.objects.filter(user=user).first()
        if left:
            closing.take_back(left, by=request.user)
        audit.record(request.user, "user.changed" if change else "user.added", user, fields=sorted(form.changed_data))

    @admin.action(description="清除两步验证（本人丢失手机时）", permissions=["change"])
    def reset_second_factor(self, request, users):
        """Then the password alone lets in, and staff set up a new one before the admin opens."""
        refused = [user for user in users if not may_edit(request.user, user)]
        for user in users:
            if user not in refused and Authenticator.objects.filter(user=user).delete()[0]:
                audit.record(request.user, "user.second_factor_reset", user)
        if refused:
            messages.error(request, f"您的权限不足，没有处理：{'、'.join(map(str, refused))}")
        else:
            messages.success(request, "已清除。请提醒本人尽快重新设置。")

    @admin.action(description="注销账号（本人来电要求、已核实身份时）", permissions=["change"])
    def close_accounts(self, request, users):
        """As people do themselves in /my/privacy/: the letter goes to them, and they have a week to take it back."""
        closed = []
        for user in users:
            try:
                self.close_account(request, user)
            except closing.Refused as refused:
                messages.error(request, f"没有注销 {user}：{refused}")
            else:
                closed.append(str(user))
        if closed:
            messages.success(request, f"已注销：{'、'.join(closed)}。撤回的链接已发给本人，七天后删除资料。")

    def close_account(self, request, user):
        if not may_edit(request.user, user):
            raise closing.Refused("您的权限不足。")
        closing.close(user, by=request.user, link=linker(request))


@admin.register(PolicyVersion)
class PolicyVersionAdmin(admin.ModelAdmin):
    """Adding a version asks everybody again. What people agreed to is not rewritten."""

    list_display = ["kind", "version", "in_force_from", "summary"]
    list_filter = ["kind"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.in_force_from > timezone.now())

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is not None and obj.in_force_from > timezone.now())
