from django.urls import path

from accounts.employers import team

urlpatterns = [
    path("", team.team, name="team"),
    path("leave/", team.leave, name="team-leave"),
    path("<int:pk>/remove/", team.remove, name="team-remove"),
    path("<int:pk>/hand-over/", team.hand_over, name="team-hand-over"),
    path("invitations/<int:pk>/withdraw/", team.withdraw, name="team-invitation-withdraw"),
    path("join/<str:token>/", team.join, name="team-join"),
]
