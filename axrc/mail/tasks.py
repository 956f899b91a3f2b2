from axrc.background import task
from axrc.mail import delivery


@task()
def deliver(letter_id):
    delivery.deliver(letter_id)
