"""The steps of the resume: one form that is filled in once, or a list to which a form adds."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.access import seeker_required
from accounts.resumes import editing, steps
from accounts.resumes.views.overview import HOME
from accounts.windows import Overtaken

FORMS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(FORMS)
@seeker_required
def step(request, slug):
    step = steps.BY_SLUG[slug]
    resume = editing.of(request.user)
    if step.save_file:
        return file_step(request, step, resume)
    form, different = step.form(request.POST or None, instance=resume), []
    if request.method == "POST" and form.is_valid():
        try:
            editing.save_step(request.user, form.values, form.seen)
            return onwards(request, step)
        except Overtaken as overtaken:
            form, different = form.again(overtaken.thing)
    return show(request, step, {"form": form, "resume": resume, "different": different})


def file_step(request, step, resume):
    if "remove" in request.POST:
        step.save_file(request.user, None)
        messages.success(request, f"已删除{step.label}")
        return redirect(step.name)
    form = step.form(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        step.save_file(request.user, form.cleaned_data[step.slug])
        return onwards(request, step)
    return show(request, step, {"form": form, "resume": resume, "file": getattr(resume, step.slug)})


@never_cache
@require_http_methods(FORMS)
@seeker_required
def lines(request, slug):
    """What is there, and the form for one more."""
    step = steps.BY_SLUG[slug]
    resume = editing.of(request.user)
    form = step.form(request.POST or None)
    if request.method == "POST" and save(request, step, form):
        return redirect(step.name)
    found = list(getattr(resume, step.related).all()) if resume.pk else []
    return show(request, step, {"form": form, "lines": found, "is_full": len(found) >= step.model.MOST})


@never_cache
@require_http_methods(FORMS)
@seeker_required
def line(request, slug, pk):
    step = steps.BY_SLUG[slug]
    found = get_object_or_404(step.model, pk=pk, resume__user=request.user)
    form, different = step.form(request.POST or None, instance=found), []
    try:
        if request.method == "POST" and save(request, step, form, pk):
            return redirect(step.name)
    except Overtaken as overtaken:
        form, different = form.again(overtaken.thing)
    crumbs = [HOME, (step.label, reverse(step.name)), ("修改", "")]
    context = {"form": form, "step": step, "line": found, "different": different, "crumbs": crumbs}
    return render(request, "my/resume_line.html", context)


@never_cache
@require_http_methods(FORMS)
@seeker_required
def remove_line(request, slug, pk):
    """Asked once more, and then gone."""
    step = steps.BY_SLUG[slug]
    found = get_object_or_404(step.model, pk=pk, resume__user=request.user)
    if request.method == "POST":
        editing.remove_line(found)
        messages.success(request, f"已删除：{found}")
        return redirect(step.name)
    crumbs = [HOME, (step.label, reverse(step.name)), ("删除", "")]
    return render(request, "my/resume_line_remove.html", {"step": step, "line": found, "crumbs": crumbs})


def save(request, step, form, pk=None):
    """Whether the line could be saved; if not, the form says why. Raises Overtaken."""
    if not form.is_valid():
        return False
    try:
        editing.save_line(request.user, step.model, form.values, pk, form.seen)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, f"已保存{step.one or step.label}")
    return True


def onwards(request, step):
    """To the next step, or back to the whole, as the person chose."""
    messages.success(request, f"已保存{step.label}")
    following = steps.after(step)
    if following and "onwards" in request.POST:
        return redirect(following.name)
    else:
        return redirect("my:resume")


def show(request, step, context):
    template = "my/resume_lines.html" if isinstance(step, steps.LineStep) else "my/resume_step.html"
    context |= {
        "step": step,
        "number": steps.number_of(step),
        "count": len(steps.ALL),
        "following": steps.after(step),
        "crumbs": [HOME, (step.label, "")],
    }
    return render(request, template, context)
