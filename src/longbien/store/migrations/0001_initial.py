
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='DecisionRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('verb', models.CharField(db_index=True, max_length=64)),
                ('record', models.BinaryField()),
                ('recorded_at', models.DateTimeField()),
                ('leaf_index', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('envelope', models.BinaryField()),
                ('state', models.CharField(default='pending', max_length=8)),
                ('received_at', models.DateTimeField()),
                ('trusted_at', models.DateTimeField(blank=True, null=True)),
                ('leaf_index', models.BigIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='EvidenceObject',
            fields=[
                ('object_id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('party', models.CharField(max_length=18)),
                ('partner', models.CharField(blank=True, default='', max_length=18)),
                ('manifest', models.BinaryField()),
                ('manifest_digest', models.CharField(max_length=64, unique=True)),
                ('exercise', models.BooleanField()),
                ('sealed_at', models.DateTimeField()),
                ('leaf_index', models.PositiveBigIntegerField(null=True)),
                ('header', models.BinaryField(default=b'')),
                ('conditions', models.JSONField(default=list)),
                ('announced_by', models.CharField(blank=True, default='', max_length=64)),
                ('accepted_by', models.CharField(blank=True, default='', max_length=64)),
                ('declined_by', models.CharField(blank=True, default='', max_length=64)),
                ('released_by', models.CharField(blank=True, default='', max_length=64)),
                ('recalled_by', models.CharField(blank=True, default='', max_length=64)),
                ('received_by', models.CharField(blank=True, default='', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Lane',
            fields=[
                ('partner', models.CharField(max_length=18, primary_key=True, serialize=False)),
                ('taken_by', models.CharField(blank=True, default='', max_length=32)),
                ('taken_until', models.DateTimeField(blank=True, null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('next_at', models.DateTimeField(blank=True, null=True)),
                ('checkpoint_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('party_id', models.CharField(max_length=18, primary_key=True, serialize=False)),
                ('own', models.BooleanField(default=False)),
                ('met_at', models.DateTimeField()),
                ('silence_limit', models.PositiveIntegerField(default=259200)),
                ('acts_per_hour', models.PositiveIntegerField(default=36000)),
            ],
        ),
        migrations.CreateModel(
            name='Officer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('role_id', models.CharField(blank=True, default='', max_length=64)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act_id', models.CharField(max_length=32)),
                ('direction', models.CharField(max_length=8)),
                ('partner', models.CharField(max_length=18)),
                ('kind', models.CharField(max_length=64)),
                ('thread', models.CharField(max_length=32)),
                ('refers_to', models.CharField(blank=True, default='', max_length=64)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('envelope', models.BinaryField()),
                ('frame_digest', models.CharField(blank=True, default='', max_length=64)),
                ('sign_keys', models.CharField(max_length=80)),
                ('act_time', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('outcome', models.CharField(max_length=8)),
                ('code', models.CharField(blank=True, default='', max_length=64)),
                ('flagged', models.CharField(blank=True, default='', max_length=64)),
                ('leaf_index', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['thread', 'id'], name='act_thread'), models.Index(fields=['partner', 'recorded_at'], name='act_partner_recorded')],
                'constraints': [models.UniqueConstraint(fields=('direction', 'partner', 'act_id'), name='act_id_once')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('partner', models.CharField(max_length=18)),
                ('means', models.CharField(max_length=8)),
                ('outcome', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('first', models.BigIntegerField()),
                ('last', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'last'], name='attempt_partner')],
            },
        ),
        migrations.CreateModel(
            name='CourierFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('direction', models.CharField(max_length=7)),
                ('partner', models.CharField(max_length=18)),
                ('digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('handled_at', models.DateTimeField()),
                ('acts', models.PositiveIntegerField()),
                ('segments', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('direction', 'digest'), name='courier_file_once')],
            },
        ),
        migrations.CreateModel(
            name='CourierAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.BinaryField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='longbien.courierfile')),
                ('sent_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers_carried', to='longbien.courierfile')),
            ],
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role_id', models.CharField(max_length=64)),
                ('means', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='longbien.entry')),
            ],
        ),
        migrations.CreateModel(
            name='CustodyRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('action', models.CharField(max_length=20)),
                ('party', models.CharField(max_length=18)),
                ('at', models.DateTimeField()),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('envelope', models.BinaryField()),
                ('leaf_index', models.PositiveBigIntegerField(null=True)),
                ('object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='custody', to='longbien.evidenceobject')),
            ],
        ),
        migrations.CreateModel(
            name='EvidencePart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=20)),
                ('length', models.PositiveBigIntegerField()),
                ('leaves', models.PositiveIntegerField()),
                ('root', models.CharField(max_length=64)),
                ('leaf_hashes', models.BinaryField(default=b'')),
                ('held_count', models.PositiveIntegerField(default=0)),
                ('complete_at', models.DateTimeField(null=True)),
                ('object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='longbien.evidenceobject')),
            ],
        ),
        migrations.CreateModel(
            name='HeldRange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.PositiveIntegerField()),
                ('last', models.PositiveIntegerField()),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='held', to='longbien.evidencepart')),
            ],
        ),
        migrations.CreateModel(
            name='Log',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(max_length=255, unique=True)),
                ('size', models.BigIntegerField(default=0)),
                ('root', models.BinaryField()),
                ('frontier', models.BinaryField()),
                ('is_open', models.BooleanField(default=True)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('held_since', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('is_open',), name='log_open_once')],
            },
        ),
        migrations.CreateModel(
            name='LogCheckpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.BigIntegerField()),
                ('note', models.BinaryField()),
                ('signed_at', models.DateTimeField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='checkpoints', to='longbien.log')),
            ],
        ),
        migrations.CreateModel(
            name='Cosignature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(max_length=18)),
                ('lines', models.TextField()),
                ('cosigned_at', models.DateTimeField()),
                ('checkpoint', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cosignatures', to='longbien.logcheckpoint')),
            ],
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('index', models.BigIntegerField()),
                ('data', models.BinaryField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='longbien.log')),
            ],
        ),
        migrations.CreateModel(
            name='LogTile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField()),
                ('number', models.BigIntegerField()),
                ('hashes', models.BinaryField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tiles', to='longbien.log')),
            ],
        ),
        migrations.CreateModel(
            name='Misbehaviour',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(max_length=18)),
                ('origin', models.CharField(max_length=255)),
                ('suspicion', models.CharField(max_length=8)),
                ('size', models.BigIntegerField()),
                ('root', models.BinaryField()),
                ('note', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('found_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['party', 'found_at'], name='misbehaviour_party')],
                'constraints': [models.UniqueConstraint(fields=('origin', 'size', 'root'), name='misbehaviour_once')],
            },
        ),
        migrations.CreateModel(
            name='Outbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('partner', models.CharField(max_length=18)),
                ('frame', models.BinaryField()),
                ('state', models.CharField(default='waiting', max_length=9)),
                ('code', models.CharField(blank=True, default='', max_length=64)),
                ('queued_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='outbox', to='longbien.act')),
                ('silence', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='longbien.act')),
            ],
        ),
        migrations.AddField(
            model_name='entry',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='longbien.party'),
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=64)),
                ('recipient', models.CharField(max_length=18)),
                ('thread', models.CharField(db_index=True, max_length=32)),
                ('refers_to', models.CharField(blank=True, default='', max_length=64)),
                ('body', models.BinaryField()),
                ('state', models.CharField(default='open', max_length=8)),
                ('reason', models.CharField(blank=True, default='', max_length=1000)),
                ('proposed_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('act', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='longbien.act')),
            ],
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role_id', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='longbien.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='QuotaUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(max_length=18)),
                ('remote', models.CharField(blank=True, default='', max_length=64)),
                ('hour', models.DateTimeField()),
                ('acts', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('party', 'remote', 'hour'), name='quota_use_once')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(max_length=18)),
                ('leaf', models.BinaryField()),
                ('proof', models.TextField()),
                ('held_at', models.DateTimeField()),
                ('leaf_index', models.BigIntegerField()),
                ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='receipt', to='longbien.act')),
            ],
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('request_id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('direction', models.CharField(choices=[('outgoing', 'outgoing'), ('incoming', 'incoming')], max_length=8)),
                ('partner', models.CharField(max_length=18)),
                ('kind', models.CharField(max_length=40)),
                ('form_version', models.PositiveIntegerField()),
                ('legal_basis', models.CharField(max_length=40)),
                ('reference', models.CharField(blank=True, default='', max_length=120)),
                ('urgency', models.CharField(blank=True, default='', max_length=40)),
                ('exercise', models.BooleanField()),
                ('created_at', models.DateTimeField()),
                ('draft', models.JSONField(default=dict)),
                ('state', models.CharField(default='draft', max_length=40)),
                ('preservation', models.CharField(blank=True, default='', max_length=40)),
                ('disclosure', models.CharField(blank=True, default='', max_length=40)),
                ('evidence', models.CharField(blank=True, default='', max_length=40)),
                ('preserved_until', models.DateTimeField(null=True)),
                ('next_due', models.DateTimeField(null=True)),
                ('next_rule', models.CharField(blank=True, default='', max_length=60)),
                ('legal_due', models.DateTimeField(null=True)),
                ('data_due', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='longbien.request')),
            ],
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80)),
                ('field', models.CharField(blank=True, default='', max_length=80)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='longbien.request')),
            ],
        ),
        migrations.AddField(
            model_name='evidenceobject',
            name='request',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='objects_held', to='longbien.request'),
        ),
        migrations.CreateModel(
            name='RoleGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=32)),
                ('granted_by', models.CharField(max_length=64)),
                ('granted_at', models.DateTimeField()),
                ('ended_by', models.CharField(blank=True, default='', max_length=64)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SealerProof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.CharField(max_length=64)),
                ('leaf', models.BinaryField()),
                ('proof', models.TextField()),
                ('object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='longbien.evidenceobject')),
            ],
        ),
        migrations.CreateModel(
            name='WitnessedLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(max_length=18)),
                ('origin', models.CharField(max_length=255, unique=True)),
                ('size', models.BigIntegerField(default=0)),
                ('root', models.BinaryField()),
                ('note', models.BinaryField()),
                ('cosigned_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['party'], name='witnessed_log_party')],
            },
        ),
        migrations.CreateModel(
            name='WitnessedCheckpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('size', models.BigIntegerField()),
                ('root', models.BinaryField()),
                ('note', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('cosignatures', models.TextField(blank=True, default='')),
                ('leaves_from', models.BigIntegerField(null=True)),
                ('leaves', models.BinaryField(default=b'')),
                ('held_at', models.DateTimeField()),
                ('log', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='checkpoints', to='longbien.witnessedlog')),
            ],
        ),
        migrations.AddConstraint(
            model_name='officer',
            constraint=models.UniqueConstraint(condition=models.Q(('role_id', ''), _negated=True), fields=('role_id',), name='officer_role_id_once'),
        ),
        migrations.AddConstraint(
            model_name='confirmation',
            constraint=models.UniqueConstraint(fields=('entry', 'officer'), name='confirmation_once_a_person'),
        ),
        migrations.AddConstraint(
            model_name='custodyrecord',
            constraint=models.UniqueConstraint(fields=('object', 'party', 'number'), name='custody_number_once'),
        ),
        migrations.AddConstraint(
            model_name='evidencepart',
            constraint=models.UniqueConstraint(fields=('object', 'name'), name='part_once'),
        ),
        migrations.AddConstraint(
            model_name='heldrange',
            constraint=models.UniqueConstraint(fields=('part', 'first'), name='held_range_first_once'),
        ),
        migrations.AddConstraint(
            model_name='heldrange',
            constraint=models.UniqueConstraint(fields=('part', 'last'), name='held_range_last_once'),
        ),
        migrations.AddConstraint(
            model_name='logcheckpoint',
            constraint=models.UniqueConstraint(fields=('log', 'size'), name='log_checkpoint_once'),
        ),
        migrations.AddConstraint(
            model_name='cosignature',
            constraint=models.UniqueConstraint(fields=('checkpoint', 'party'), name='cosignature_once'),
        ),
        migrations.AddConstraint(
            model_name='logentry',
            constraint=models.UniqueConstraint(fields=('log', 'index'), name='log_entry_once'),
        ),
        migrations.AddConstraint(
            model_name='logtile',
            constraint=models.UniqueConstraint(fields=('log', 'level', 'number'), name='log_tile_once'),
        ),
        migrations.AddIndex(
            model_name='outbox',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['partner', 'id'], name='outbox_waiting'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'trusted')), fields=('party', 'number'), name='entry_number_trusted_once'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('proposal', 'officer'), name='approval_once_a_person'),
        ),
        migrations.AddIndex(
            model_name='request',
            index=models.Index(fields=['direction', 'state', 'next_due'], name='request_inbox'),
        ),
        migrations.AddIndex(
            model_name='request',
            index=models.Index(fields=['partner', 'changed_at'], name='request_partner'),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('officer', 'role'), name='role_grant_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='sealerproof',
            constraint=models.UniqueConstraint(fields=('object', 'document'), name='sealer_proof_once'),
        ),
        migrations.AddConstraint(
            model_name='witnessedcheckpoint',
            constraint=models.UniqueConstraint(fields=('log', 'size'), name='witnessed_checkpoint_once'),
        ),
    ]
