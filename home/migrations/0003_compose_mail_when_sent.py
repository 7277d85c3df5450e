"""Mails hold no address and no text any more: they are composed when they are sent. What waits is given up."""

import uuid

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0002_add_hyphen_exception'),
    ]

    operations = [
        migrations.DeleteModel(name='OutboxMessage'),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='number of the message')),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('about', models.PositiveBigIntegerField(verbose_name='number of what it is about')),
                ('turn', models.CharField(blank=True, help_text='Tells mails of one kind apart.', max_length=40, verbose_name='turn')),
                ('state', models.CharField(choices=[('queued', 'Waiting'), ('sending', 'Being sent'), ('sent', 'Sent'), ('dropped', 'Not needed any more'), ('dead', 'Could not be sent')], default='queued', max_length=8, verbose_name='state')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_attempt', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next attempt')),
                ('claimed_at', models.DateTimeField(blank=True, null=True, verbose_name='taken by a worker')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent at')),
                ('problem', models.CharField(blank=True, help_text='Of the last attempt.', max_length=60, verbose_name='problem')),
            ],
            options={
                'verbose_name': 'mail',
                'verbose_name_plural': 'mail',
                'indexes': [models.Index(fields=['state', 'next_attempt'], name='outbox_due')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'about', 'turn'), name='one_mail_of_a_kind')],
            },
        ),
    ]
