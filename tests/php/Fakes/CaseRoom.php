<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Background\JobKinds;
use Causeway\Background\KickGate;
use Causeway\Background\Pace;
use Causeway\Background\Runner;
use Causeway\Capture\Attempt;
use Causeway\Cases\BegunSteps;
use Causeway\Cases\BulkDesk;
use Causeway\Cases\CaseCloser;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseDiagnoser;
use Causeway\Cases\CaseJobs;
use Causeway\Cases\EarlyCases;
use Causeway\Cases\Examination;
use Causeway\Cases\FixDesk;
use Causeway\Cases\GoodLogin;
use Causeway\Cases\HookAnnouncements;
use Causeway\Capture\StatusAddress;
use Causeway\Cases\HelpAnswers;
use Causeway\Cases\HelpDesk;
use Causeway\Cases\Intake;
use Causeway\Cases\Invitations;
use Causeway\Cases\LinkSnapshot;
use Causeway\Cases\Notifier;
use Causeway\Cases\PersonFinder;
use Causeway\Cases\RemoteRefusals;
use Causeway\Cases\ReplyDesk;
use Causeway\Cases\ResetMails;
use Causeway\Cases\Retention;
use Causeway\Cases\SubjectFactory;
use Causeway\Cases\Verifier;
use Causeway\Cases\VisitorViews;
use Causeway\Cases\WorkList;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\Registry;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\CaseRunOption;
use Causeway\Storage\CaseTable;
use Causeway\Storage\CatalystTables;
use Causeway\Storage\Database;
use Causeway\Storage\DiagnosisTable;
use Causeway\Incidents\IncidentAnnouncements;
use Causeway\Incidents\IncidentDesk;
use Causeway\Incidents\IncidentJobs;
use Causeway\Incidents\IncidentMail;
use Causeway\Http\PrivateNetworkGuard;
use Causeway\Http\Resolver;
use Causeway\Http\ScriptedTransport;
use Causeway\Incidents\IncidentWatch;
use Causeway\Notifications\NoticeDelivery;
use Causeway\Notifications\NoticeDesk;
use Causeway\Notifications\NoticeJobs;
use Causeway\Notifications\NoticeText;
use Causeway\Notifications\NoticeWatch;
use Causeway\Storage\HelpRequestTable;
use Causeway\Storage\IncidentTable;
use Causeway\Storage\JournalTable;
use Causeway\Storage\Lease;
use Causeway\Storage\LeasedJobs;
use Causeway\Storage\LinkTable;
use Causeway\Storage\NoticeTable;
use Causeway\Storage\RiskTable;
use Causeway\Storage\RuleOption;
use Causeway\Storage\People;
use Causeway\Storage\RowHeartbeat;
use Causeway\Storage\Schema;
use Causeway\Storage\Settings;
use Causeway\Storage\SharedRows;
use Causeway\Storage\StoredConnections;
use Causeway\Support\ClientAddress;
use Causeway\Support\FrozenClock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;
use Causeway\Support\SystemRandomness;
use Causeway\Support\ViewToken;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultKey;

/** The whole room of cases on this site's real tables, with a scripted CRM, a listed mailer and time that moves by hand. */
final class CaseRoom {

	public readonly FrozenClock $clock;

	public readonly SequenceRandomness $randomness;

	public readonly Database $database;

	public readonly Settings $settings;

	public readonly CaseTable $cases;

	public readonly AttemptTable $attempts;

	public readonly JournalTable $journal;

	public readonly LinkTable $links;

	public readonly LeasedJobs $queue;

	public readonly ScriptedConnector $crm;

	public readonly ListedMailer $mailer;

	public readonly StoredConnections $connections;

	public readonly CaseDesk $desk;

	public readonly BulkDesk $bulk;

	public readonly GoodLogin $goodLogin;

	public readonly EarlyCases $early;

	public readonly Intake $intake;

	public readonly Runner $runner;

	public readonly Retention $retention;

	public readonly LoginNameHash $hash;

	public readonly HelpDesk $help;

	public readonly IncidentTable $incidents;

	public readonly IncidentDesk $incidentDesk;

	public readonly RuleOption $rules;

	public readonly NoticeTable $notices;

	public readonly NoticeDesk $noticeDesk;

	/** Where webhooks go. */
	public readonly ScriptedTransport $transport;

	/** Where visitors' requests come from. */
	public string $address = '203.0.113.7';

	public function __construct( \wpdb $wpdb ) {
		$this->clock      = new FrozenClock( time() );
		$this->randomness = new SequenceRandomness();
		$this->database   = new Database( $wpdb );
		$this->settings   = new Settings( $this->database, $this->randomness );
		$this->cases      = new CaseTable( $this->database );
		$this->journal    = new JournalTable( $this->database );
		$this->links      = new LinkTable( $this->database );
		$this->queue      = new LeasedJobs( $this->database );
		$this->crm        = new ScriptedConnector( 'crm' );
		$this->mailer     = new ListedMailer();
		$this->settings->install( Schema::VERSION );
		$this->rules     = new RuleOption( new Lease( $this->database, $this->randomness ), $this->clock );
		$this->notices   = new NoticeTable( $this->database );
		$this->transport = new ScriptedTransport();
		$vault             = new Vault( VaultKey::fromConfiguration( str_repeat( 'k', 40 ) ), [], $this->randomness );
		$this->connections = new StoredConnections( $this->database, $vault, $this->settings, $this->clock, static fn (): array => [ 'crm' => [ 'client_secret' => 'secret', 'api_base' => 'url' ] ] );
		$this->hash        = new LoginNameHash( $this->settings->hashKey() );
		$this->attempts    = new AttemptTable( $this->database, new SystemRandomness(), $this->hash );

		$catalog   = Catalog::fromDirectory( __DIR__ . '/catalog' );
		$registry  = new Registry();
		$registry->add( new ScriptedConnector( 'wordpress' ) );
		$registry->add( $this->crm );
		$portal      = new CatalystTables( $this->database );
		$people      = new People( $portal );
		$diagnoses   = new DiagnosisTable( $this->database );
		$work        = new WorkList( $this->queue );
		$says        = new HookAnnouncements();
		$closer      = new CaseCloser( $this->cases, $this->attempts, $this->journal, new BegunSteps( $this->journal ), $this->settings, $says, $this->clock );
		$subjects    = new SubjectFactory( $people, $portal, $this->links, $people, $this->connections );
		$examination = new Examination( $registry, $this->connections, $catalog, $this->clock );
		$snapshot    = new LinkSnapshot( $portal, $people, $this->links, $this->hash, $this->clock, $this->connections );
		$diagnoser   = new CaseDiagnoser( $this->cases, $this->attempts, $diagnoses, $this->journal, $subjects, $snapshot, $examination, $catalog, new Diagnoser( $catalog ), new RuleInterpreter(), $closer, $work, $says, $this->clock );
		$persons     = new PersonFinder( $people, $portal, $this->links, $this->attempts, $this->cases, $this->hash );

		$requests        = new HelpRequestTable( $this->database, $this->attempts, $this->hash, $this->clock, new SystemRandomness(), 'key' );
		$this->help      = new HelpDesk( $requests, new Classifier( dirname( __DIR__, 3 ) . '/build/catalog/classifier.php' ), static fn (): string => '', fn (): ClientAddress => new ClientAddress( $this->address ), static function (): void {} );
		$this->incidents = new IncidentTable( $this->database );
		$this->intake    = new Intake( $this->attempts, $this->cases, $persons, $people, $snapshot, $this->journal, $closer, $work, $says, $this->clock );
		$this->early     = new EarlyCases( $this->cases, $people, $this->journal, $work, $this->clock );
		$this->goodLogin = new GoodLogin( $this->settings, $this->cases, $people, $catalog, $closer, $work );
		$this->retention = new Retention( $this->attempts, $this->cases, $requests, $this->settings, new SharedRows( $this->database ), $this->clock );
		$notifier        = new Notifier( $this->cases, $diagnoses, $this->journal, $people, $catalog, new CausePresenter( $catalog ), $this->settings, $this->mailer, $this->incidents, $this->rules, $this->clock );
		$verifier        = new Verifier( $this->cases, $diagnoser, $closer, $this->journal, $work, $this->clock );
		$fixes           = new FixDesk( $this->cases, $diagnoses, $this->journal, new BegunSteps( $this->journal ), $examination, $subjects, $registry, $catalog, new Lease( $this->database, $this->randomness ), $work, $this->clock );
		$heartbeat       = new RowHeartbeat( $this->database );
		$pace            = new Pace( $this->queue, $heartbeat, new KickGate( '', $this->clock ), false );
		$this->desk      = new CaseDesk( $this->cases, $this->attempts, $diagnoses, $this->journal, $people, $persons, $subjects, $diagnoser, $examination, $fixes, $closer, new VisitorViews( $this->attempts, $this->cases, $catalog, $this->clock ), $work, $registry, $catalog, $pace, $this->clock );

		$this->bulk = new BulkDesk( new CaseRunOption(), $this->desk, new ReplyDesk( $people, $this->journal, $catalog, $this->mailer, $this->clock ), $work, $this->clock );

		$kinds = new JobKinds();
		( new CaseJobs( $this->attempts, $this->cases, $this->intake, $diagnoser, $notifier, $verifier, $this->goodLogin, $snapshot, $this->retention, new ResetMails( $this->attempts, new Classifier( dirname( __DIR__, 3 ) . '/build/catalog/classifier.php' ), $this->clock ), new HelpAnswers( $requests, $this->attempts, $this->cases, $people, $this->journal, $catalog, $this->settings, $this->mailer, new Invitations( $registry, $examination, $subjects, new Lease( $this->database, $this->randomness ), $requests, $this->journal, $this->clock ), new SystemRandomness(), $this->clock, StatusAddress::mailed( ... ) ), new RemoteRefusals( $registry, $this->connections, $people, $this->attempts ), $work, $this->bulk ) )->register( $kinds );
		$this->incidentDesk = new IncidentDesk( $this->incidents, $this->desk, $catalog, $work, $this->clock );
		( new IncidentJobs( new IncidentWatch( $this->incidents, $catalog, $this->settings, $this->connections, $work, new IncidentAnnouncements(), $this->clock ), new IncidentMail( $this->incidents, $catalog, $this->settings, $this->mailer, $this->rules ), $this->incidentDesk ) )->register( $kinds );
		$resolver = new class() implements Resolver {
			public function addresses( string $host ): array {
				return str_ends_with( $host, '.internal' ) ? [ '10.0.0.7' ] : [ '93.184.215.14' ];
			}
		};
		$risks            = new RiskTable( $this->database );
		$text             = new NoticeText( $catalog, $this->incidents, $this->desk, $risks );
		$delivery         = new NoticeDelivery( $this->rules, $this->notices, $text, $this->settings, $this->mailer, new PrivateNetworkGuard( $this->transport, $resolver, [], false ), $vault, $this->clock, $this->randomness, 'key' );
		$this->noticeDesk = new NoticeDesk( $this->rules, $this->notices, $delivery, $text, $catalog, $vault, $work, false );
		( new NoticeJobs( new NoticeWatch( $this->rules, $this->notices, $this->incidents, $risks, $work, $this->clock ), $delivery, $this->rules, $work ) )->register( $kinds );
		$this->runner = new Runner( $this->queue, $kinds, $heartbeat, $this->clock, $this->randomness );
	}

	/** @param array<string, string> $fields Beside the address. */
	public function connect( bool $mayWrite = true, array $fields = [] ): void {
		$this->connections->save( new ConnectionDraft( 'crm', 'crm', [ 'api_base' => 'https://crm.example' ] + $fields, [ 'client_secret' => 's3cret-value' ], $mayWrite ) );
	}

	/** Writes an attempt as Capture would. */
	public function refuse( int $userId = 0, string $typed = '', bool $isProven = false, string $viewToken = '', string $code = '', string $symptom = 'crm:contact-administrator' ): Reference {
		$reference = Reference::random( $this->randomness );
		$this->attempts->append( new Attempt( $reference, $this->database->siteId(), $this->clock->now(), 'portal-page', $userId, $this->hash->of( $typed ), $code, $symptom, '', $isProven, '' === $viewToken ? '' : ViewToken::hash( $viewToken ), '' ) );
		return $reference;
	}

	public function work(): \Causeway\Background\WorkReport {
		return $this->runner->work( 5.0 );
	}

	/** Makes everything due, whatever its delay: the queue keeps the database's time, which stands for no test. */
	public function hurry(): void {
		$this->database->run( "UPDATE {$this->database->table( 'jobs' )} SET run_at = 1" );
	}
}
