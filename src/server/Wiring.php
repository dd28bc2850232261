<?php

declare(strict_types=1);

namespace Causeway;

use Causeway\Audit\Audit;
use Causeway\Audit\AuditDesk;
use Causeway\Audit\AuditJobs;
use Causeway\Audit\ConnectionCheck;
use Causeway\Audit\Judge;
use Causeway\Background\JobKinds;
use Causeway\Background\KickGate;
use Causeway\Background\Kicks;
use Causeway\Background\Pace;
use Causeway\Background\Runner;
use Causeway\Background\Ticker;
use Causeway\Background\WorkSignature;
use Causeway\Block\LoginErrorBlock;
use Causeway\Block\LoginErrorSlot;
use Causeway\Block\StatusPage;
use Causeway\Capture\CaptureRoom;
use Causeway\Capture\Fuse;
use Causeway\Capture\FuseNotice;
use Causeway\Capture\StatusAddress;
use Causeway\Cases\BegunSteps;
use Causeway\Cases\BulkDesk;
use Causeway\Cases\CaseCloser;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseDiagnoser;
use Causeway\Cases\CaseJobs;
use Causeway\Cases\CaseView;
use Causeway\Cases\EarlyCases;
use Causeway\Cases\Examination;
use Causeway\Cases\FixDesk;
use Causeway\Cases\FlightDesk;
use Causeway\Cases\GoodLogin;
use Causeway\Cases\HookAnnouncements;
use Causeway\Cases\HelpAnswers;
use Causeway\Cases\HelpDesk;
use Causeway\Cases\Intake;
use Causeway\Cases\Invitations;
use Causeway\Cases\LinkSnapshot;
use Causeway\Cases\MailedLinks;
use Causeway\Cases\Notifier;
use Causeway\Cases\PersonFinder;
use Causeway\Cases\RemoteRefusals;
use Causeway\Cases\ReplyDesk;
use Causeway\Cases\ResetMails;
use Causeway\Cases\Retention;
use Causeway\Cases\SitePatternDesk;
use Causeway\Cases\SubjectFactory;
use Causeway\Cases\Verifier;
use Causeway\Cases\VisitorViews;
use Causeway\Cases\WordPressMailer;
use Causeway\Cases\WorkList;
use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\ReadMemory;
use Causeway\Connector\Registry;
use Causeway\Connector\RemoteConnector;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Http\OptionalPause;
use Causeway\Http\OwnTransport;
use Causeway\Http\PrivateNetworkGuard;
use Causeway\Http\SelfLoopback;
use Causeway\Http\SystemResolver;
use Causeway\Http\TransportStack;
use Causeway\Http\WordPressTransport;
use Causeway\Incidents\IncidentAnnouncements;
use Causeway\Incidents\IncidentDesk;
use Causeway\Incidents\IncidentJobs;
use Causeway\Incidents\IncidentMail;
use Causeway\Incidents\IncidentWatch;
use Causeway\Notifications\NoticeDelivery;
use Causeway\Notifications\NoticeDesk;
use Causeway\Notifications\NoticeJobs;
use Causeway\Notifications\NoticeText;
use Causeway\Notifications\NoticeWatch;
use Causeway\Rescue\LoginRehearsal;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\AuditOption;
use Causeway\Storage\BreakerTable;
use Causeway\Storage\CaseRunOption;
use Causeway\Storage\CaseTable;
use Causeway\Storage\CatalystTables;
use Causeway\Storage\Database;
use Causeway\Storage\DiagnosisTable;
use Causeway\Storage\FlightBook;
use Causeway\Storage\HelpRequestTable;
use Causeway\Storage\IncidentTable;
use Causeway\Storage\Installer;
use Causeway\Storage\JournalTable;
use Causeway\Storage\LeasedJobs;
use Causeway\Storage\Lease;
use Causeway\Storage\LeasedSlots;
use Causeway\Storage\LimitLoginAttemptsLocks;
use Causeway\Storage\LinkTable;
use Causeway\Storage\NoticeTable;
use Causeway\Storage\People;
use Causeway\Storage\PeopleRoll;
use Causeway\Storage\PluginList;
use Causeway\Storage\PortalPageSearch;
use Causeway\Storage\RecordTable;
use Causeway\Storage\ResetRequests;
use Causeway\Storage\RiskTable;
use Causeway\Storage\Roles;
use Causeway\Storage\RowHeartbeat;
use Causeway\Storage\RuleOption;
use Causeway\Storage\SealedTokens;
use Causeway\Storage\Settings;
use Causeway\Storage\SharedRows;
use Causeway\Storage\SitePatterns;
use Causeway\Storage\SsoCertificates;
use Causeway\Storage\StoredConnections;
use Causeway\Storage\UndoneWrites;
use Causeway\Storage\UserPreferences;
use Causeway\Support\ClientAddress;
use Causeway\Support\LoginNameHash;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\ViewToken;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;
use Causeway\Vault\VaultKey;

/**
 * Makes each part once, when it is first asked for, with what it needs. The only place that knows every room.
 *
 * {@see Plugin} decides what a request opens; nothing here is made on a page view or a login that goes well.
 */
final class Wiring {

	/** @var array<string, object> Parts by class or name. */
	private array $made = [];

	private readonly SystemClock $clock;

	private readonly SystemRandomness $randomness;

	private readonly string $directory;

	/** @param string $file Full path of `plugin.php`. */
	public function __construct( private readonly string $file ) {
		$this->clock      = new SystemClock();
		$this->randomness = new SystemRandomness();
		$this->directory  = dirname( $file );
	}

	public function activate(): void {
		$this->installer()->install();
		// WP-CLI activates without the admin's hooks, and no event can be scheduled on a recurrence that nobody has named.
		$this->ticker()->hooks();
		$this->ticker()->heal();
	}

	public function deactivate(): void {
		Ticker::unschedule();
	}

	public function openAdmin(): void {
		$this->installer()->hooks();
		$this->ticker()->hooks();
		$this->kicks()->hooks();
		( new FuseNotice( $this->fuse() ) )->hooks();
		( new Admin\Screens( $this->file, new UserPreferences() ) )->hooks();
		( new Admin\SiteHealth( $this->desk( ... ), $this->connectionDesk( ... ), $this->catalog( ... ), new Health\CertificateCheck( new SsoCertificates(), $this->clock ), new Health\PluginPairs( new PluginList() ) ) )->hooks();
		( new Admin\DashboardWidget( $this->desk( ... ), $this->incidentDesk( ... ), $this->catalog( ... ) ) )->hooks();
		( new Admin\PersonPanel( $this->desk( ... ), $this->auditDesk( ... ), $this->catalog( ... ) ) )->hooks();
		( new Privacy\PrivacyTools( fn (): Privacy\PersonalData => new Privacy\PersonalData( $this->desk(), $this->caseView(), $this->cases(), $this->attempts(), $this->links(), $this->people(), $this->portal(), $this->loginNames(), $this->closer(), $this->records(), $this->risks(), $this->flightBook() ) ) )->hooks();
	}

	public function openCron(): void {
		$this->installer()->hooks();
		$this->ticker()->hooks();
	}

	public function openRest(): void {
		$this->ticker()->hooks();
		$this->attemptRoutes( $this->afterRefusal( ... ) )->register();
		( new Rest\CaseRoutes( $this->desk( ... ), $this->replyDesk( ... ), $this->flightDesk( ... ) ) )->register();
		( new Rest\BulkRoute( $this->bulkDesk( ... ) ) )->register();
		( new Rest\HealthRoute( static fn (): Health\LoginPages => new Health\LoginPages( new OwnTransport() ), fn (): PortalPageSearch => new PortalPageSearch( $this->database() ) ) )->register();
		( new Rest\PreferencesRoute( new UserPreferences() ) )->register();
		( new Rest\ConnectionRoutes( $this->connectionDesk( ... ) ) )->register();
		( new Rest\ExplainRoute( $this->explainer( ... ), $this->desk( ... ) ) )->register();
		( new Rest\HelpRoute( $this->helpDesk( ... ) ) )->register();
		( new Rest\AuditRoute( $this->auditDesk( ... ) ) )->register();
		( new Rest\IncidentRoutes( $this->incidentDesk( ... ) ) )->register();
		( new Rest\NoticeRoutes( $this->noticeDesk( ... ) ) )->register();
		( new Rest\SitePatternRoutes( $this->sitePatterns( ... ) ) )->register();
		( new Rest\SettingsRoutes( $this->settings(), new Roles() ) )->register();
		( new Rest\WorkRoute( $this->backgroundRunner( ... ), $this->workSignature(), $this->clock, $this->pause() ) )->register();
		( new GraphQL\Endpoint( fn (): GraphQL\ReadModel => new GraphQL\ReadModel( $this->desk(), $this->caseView(), $this->connectionDesk(), $this->catalog(), $this->kicks(), $this->incidentDesk(), $this->incidentTable(), $this->auditDesk(), new GraphQL\CatalogModel( $this->catalog(), $this->explainer(), $this->sitePatterns(), $this->desk(), $this->connectionDesk() ), $this->replyDesk(), $this->settings(), new Roles(), new PortalPageSearch( $this->database() ), $this->portal(), $this->bulkDesk(), new GraphQL\NoticeModel( $this->noticeDesk( ... ) ), $this->flightDesk(), fn (): ?Capture\StormReport => $this->captureRoom()->stormReport() ), $this->directory . '/src/server/GraphQL/schema.graphql', fn ( \Closure $question ): array => $this->database()->reading( $question ) ) )->register();
	}

	/** Where REST is closed to strangers, so is the door that a kick goes to: this request works a little itself, after its answer. */
	public function answerByAdminPost(): never {
		$this->attemptRoutes( $this->kicks()->afterPoll( ... ) )->showByAdminPost();
	}

	private function attemptRoutes( \Closure $wake ): Rest\AttemptRoutes {
		return new Rest\AttemptRoutes( $this->desk( ... ), ViewToken::COOKIE, $this->helpDesk( ... ), $wake );
	}

	public function openCli(): void {
		$this->installer()->ensure();
		( new Cli\CatalogCommands( $this->explainer(), $this->catalog(), $this->desk() ) )->register();
		( new Cli\CaseCommands( $this->desk(), $this->caseView(), new LoginRehearsal( new UndoneWrites( $this->database() ), CaptureRoom::folders() ), [ new LimitLoginAttemptsLocks( $this->clock ) ] ) )->register();
		( new Cli\AuditCommands( $this->auditDesk(), $this->runner(), $this->catalog() ) )->register();
		( new Cli\IncidentCommands( $this->incidentDesk(), $this->catalog() ) )->register();
		( new Cli\ConnectionCommands( $this->connectionDesk() ) )->register();
		( new Cli\SiteCommands( $this->desk(), $this->runner(), fn (): array => $this->installer()->status(), fn () => $this->installer()->install() ) )->register();
	}

	public function abilities(): Abilities\Abilities {
		return new Abilities\Abilities( $this->explainer( ... ), $this->desk( ... ), $this->caseView( ... ) );
	}

	// The login path.

	public function fuse(): Fuse {
		return $this->once( Fuse::class, fn (): Fuse => new Fuse( $this->settings(), $this->clock ) );
	}

	public function captureRoom(): CaptureRoom {
		return $this->once(
			CaptureRoom::class,
			fn (): CaptureRoom => new CaptureRoom(
				$this->attempts(),
				$this->settings(),
				$this->links(),
				new LoginErrorSlot(),
				$this->clock,
				$this->randomness,
				$this->directory . '/build/catalog/classifier.php',
				fn ( string $system, string $cause, string $confidence ): string => $this->catalog()->provenText( $system, $cause, Confidence::tryFrom( $confidence ) ?? Confidence::Possible ),
				fn ( string $symptom ): string => $this->catalog()->publicText( $symptom ),
				$this->afterRefusal( ... ),
				fn (): ResetRequests => new ResetRequests( $this->database(), null !== $this->finishAnswer() ),
				$this->flightBook( ... ),
				self::visitor( ... )
			)
		);
	}

	/** An attempt was written: somebody may be woken to look at it. In a storm nearly always nobody, and then nothing more is loaded. */
	private function afterRefusal(): void {
		if ( null !== $this->finishAnswer() && $this->kickGate()->mayBeOpen() ) {
			$this->kicks()->afterRefusal();
		}
	}

	public function wooCommerce(): Compat\WooCommerce {
		return new Compat\WooCommerce( fn (): Capture\LostPassword => $this->captureRoom()->lostPassword() );
	}

	public function block(): LoginErrorBlock {
		return new LoginErrorBlock( $this->directory . '/build/blocks/login-error', fn (): string => $this->settings()->hasKnownProblem() ? __( 'We know of a problem with logging in and are working on it. You do not have to do anything.', 'causeway' ) : '' );
	}

	/** Somebody signed in to WordPress. Costs no query, and no more of ours, unless a case waits for just that. */
	public function loggedIn( mixed $user ): void {
		if ( $user instanceof \WP_User && $this->settings()->watchesSignInOf( (int) $user->ID ) ) {
			$this->goodLogin()->seen( $user->user_login, $user );
		}
	}

	private function goodLogin(): GoodLogin {
		return $this->once( GoodLogin::class, fn (): GoodLogin => new GoodLogin( $this->settings(), $this->cases(), $this->people(), $this->catalog(), $this->closer(), $this->workList() ) );
	}

	// Storage.

	public function installer(): Installer {
		return $this->once( Installer::class, fn (): Installer => new Installer( $this->database(), $this->settings(), new Roles() ) );
	}

	private function database(): Database {
		return $this->once( Database::class, Database::ofThisSite( ... ) );
	}

	private function settings(): Settings {
		return $this->once( Settings::class, fn (): Settings => new Settings( $this->database(), $this->randomness ) );
	}

	private function attempts(): AttemptTable {
		return $this->once( AttemptTable::class, fn (): AttemptTable => new AttemptTable( $this->database(), $this->randomness, $this->loginNames() ) );
	}

	private function cases(): CaseTable {
		return $this->once( CaseTable::class, fn (): CaseTable => new CaseTable( $this->database() ) );
	}

	private function diagnoses(): DiagnosisTable {
		return $this->once( DiagnosisTable::class, fn (): DiagnosisTable => new DiagnosisTable( $this->database() ) );
	}

	private function journal(): JournalTable {
		return $this->once( JournalTable::class, fn (): JournalTable => new JournalTable( $this->database() ) );
	}

	private function links(): LinkTable {
		return $this->once( LinkTable::class, fn (): LinkTable => new LinkTable( $this->database() ) );
	}

	private function portal(): CatalystTables {
		return $this->once( CatalystTables::class, fn (): CatalystTables => new CatalystTables( $this->database() ) );
	}

	private function people(): People {
		return $this->once( People::class, fn (): People => new People( $this->portal() ) );
	}

	private function queue(): LeasedJobs {
		return $this->once( LeasedJobs::class, fn (): LeasedJobs => new LeasedJobs( $this->database() ) );
	}

	private function lease(): Lease {
		return $this->once( Lease::class, fn (): Lease => new Lease( $this->database(), $this->randomness ) );
	}

	private function connections(): StoredConnections {
		return $this->once(
			StoredConnections::class,
			fn (): StoredConnections => new StoredConnections( $this->database(), $this->vault(), $this->settings(), $this->clock, $this->connectableFields( ... ) )
		);
	}

	private function tokens(): SealedTokens {
		return $this->once( SealedTokens::class, fn (): SealedTokens => new SealedTokens( $this->database(), $this->vault(), $this->lease(), $this->connections(), $this->clock ) );
	}

	private function vault(): Vault {
		return $this->once(
			Vault::class,
			function (): Vault {
				$configured = defined( 'CAUSEWAY_ENCRYPTION_KEY' ) ? constant( 'CAUSEWAY_ENCRYPTION_KEY' ) : getenv( 'CAUSEWAY_ENCRYPTION_KEY' );
				$salts      = [ defined( 'AUTH_KEY' ) ? constant( 'AUTH_KEY' ) : '', defined( 'SECURE_AUTH_SALT' ) ? constant( 'SECURE_AUTH_SALT' ) : '' ];
				$fromSalts  = $this->keyOrNone( static fn (): VaultKey => VaultKey::fromSalts( is_string( $salts[0] ) ? $salts[0] : '', is_string( $salts[1] ) ? $salts[1] : '' ) );
				if ( ! is_string( $configured ) || '' === $configured ) {
					return new Vault( $fromSalts, [], $this->randomness );
				}
				// What the salts sealed before a key was configured stays readable.
				return new Vault( $this->keyOrNone( static fn (): VaultKey => VaultKey::fromConfiguration( $configured ) ), null === $fromSalts ? [] : [ $fromSalts ], $this->randomness );
			}
		);
	}

	/** @param \Closure(): VaultKey $make */
	private function keyOrNone( \Closure $make ): ?VaultKey {
		try {
			return $make();
		} catch ( VaultFault ) {
			return null;
		}
	}

	/** @return array<string, array<string, string>> System → field id → kind. */
	private function connectableFields(): array {
		$fields = [];
		foreach ( $this->catalog()->systems() as $system ) {
			if ( ! $system->isLocal ) {
				$fields[ $system->id ] = array_column( $system->fields, 'kind', 'id' );
			}
		}
		return $fields;
	}

	// Catalog and diagnosis.

	private function catalog(): Catalog {
		return $this->once( Catalog::class, fn (): Catalog => Catalog::fromDirectory( $this->directory . '/build/catalog', fn (): array => $this->sitePatternStore()->all() ) );
	}

	private function classifier(): Classifier {
		return $this->once( Classifier::class, fn (): Classifier => new Classifier( $this->directory . '/build/catalog/classifier.php', $this->settings()->sitePatternIds() ) );
	}

	private function sitePatternStore(): SitePatterns {
		return $this->once( SitePatterns::class, fn (): SitePatterns => new SitePatterns( $this->settings(), $this->lease() ) );
	}

	private function sitePatterns(): SitePatternDesk {
		return new SitePatternDesk( $this->sitePatternStore(), $this->catalog(), $this->explainer(), $this->clock );
	}

	private function explainer(): Explainer {
		return new Explainer( $this->catalog() );
	}

	private function examination(): Examination {
		return $this->once( Examination::class, fn (): Examination => new Examination( $this->registry(), $this->connections(), $this->catalog(), $this->clock, $this->readMemory() ) );
	}

	/** The local systems, and the connector in the folder of each remote one that the catalog has. */
	private function registry(): Registry {
		return $this->once(
			Registry::class,
			function (): Registry {
				$registry = new Registry();
				$registry->add( new Systems\WordPress\Connector( $this->people(), $this->clock, admin_url() ) );
				$registry->add( new Systems\CatalystConnect\Connector( $this->portal(), $this->connections(), $this->clock, admin_url() ) );
				$tools = new ConnectorTools( $this->transports(), $this->tokens(), $this->connections(), $this->portal(), $this->pause(), $this->clock, $this->readMemory() );
				foreach ( $this->catalog()->systems() as $system ) {
					$class = __NAMESPACE__ . '\\Systems\\' . $system->folder . '\\Connector';
					if ( ! $system->isLocal && is_subclass_of( $class, RemoteConnector::class ) ) {
						$registry->add( new $class( $tools ) );
					}
				}
				return $registry;
			}
		);
	}

	private function readMemory(): ReadMemory {
		return $this->once( ReadMemory::class, fn (): ReadMemory => new ReadMemory( $this->clock, $this->connections()->countSaved( ... ) ) );
	}

	private function transports(): TransportStack {
		return new TransportStack( $this->plainTransport(), new SystemResolver(), new BreakerTable( $this->database() ), $this->connections(), new LeasedSlots( $this->lease() ), $this->pause(), $this->randomness, $this->clock, self::allowsLocal() );
	}

	/** Guards nothing by itself. */
	private function plainTransport(): WordPressTransport {
		return new WordPressTransport( 'Causeway; ' . home_url( '/' ) );
	}

	private static function allowsLocal(): bool {
		return defined( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS' ) && (bool) constant( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS' );
	}

	/** Only work that nobody waits for may sleep; of a REST request only `POST /work` knows. */
	private function pause(): OptionalPause {
		return $this->once( OptionalPause::class, static fn (): OptionalPause => new OptionalPause( wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI ) ) );
	}

	// Cases.

	private function desk(): CaseDesk {
		return $this->once(
			CaseDesk::class,
			fn (): CaseDesk => new CaseDesk(
				$this->cases(),
				$this->attempts(),
				$this->diagnoses(),
				$this->journal(),
				$this->people(),
				$this->persons(),
				$this->subjects(),
				$this->diagnoser(),
				$this->examination(),
				new FixDesk( $this->cases(), $this->diagnoses(), $this->journal(), new BegunSteps( $this->journal() ), $this->examination(), $this->subjects(), $this->registry(), $this->catalog(), $this->lease(), $this->workList(), $this->clock ),
				$this->closer(),
				new VisitorViews( $this->attempts(), $this->cases(), $this->catalog(), $this->clock ),
				$this->workList(),
				$this->registry(),
				$this->catalog(),
				new Pace( $this->queue(), new RowHeartbeat( $this->database() ), $this->kickGate(), null !== $this->finishAnswer() ),
				$this->clock
			)
		);
	}

	private function helpDesk(): HelpDesk {
		return $this->once( HelpDesk::class, fn (): HelpDesk => new HelpDesk( $this->helpRequests(), $this->classifier(), fn ( string $symptom ): string => $this->catalog()->publicText( $symptom ), self::visitor( ... ), $this->afterRefusal( ... ) ) );
	}

	private function helpRequests(): HelpRequestTable {
		return $this->once( HelpRequestTable::class, fn (): HelpRequestTable => new HelpRequestTable( $this->database(), $this->attempts(), $this->loginNames(), $this->clock, $this->randomness, $this->settings()->hashKey() ) );
	}

	/** Who asks, as far as limits need it. */
	private static function visitor(): ClientAddress {
		$address = $_SERVER['REMOTE_ADDR'] ?? '';
		/**
		 * Filters the address by which visitors' requests are limited. Behind a proxy a site says here what the visitor's own is.
		 *
		 * @param string $address
		 */
		$filtered = apply_filters( 'causeway_visitor_address', is_string( $address ) ? $address : '' );
		return new ClientAddress( is_string( $filtered ) ? $filtered : '' );
	}

	public function statusPage(): StatusPage {
		return new StatusPage( $this->desk(), $this->helpDesk(), new MailedLinks( $this->attempts(), $this->randomness, $this->clock ), $this->captureRoom()->sendCookie( ... ) );
	}

	private function incidentTable(): IncidentTable {
		return $this->once( IncidentTable::class, fn (): IncidentTable => new IncidentTable( $this->database() ) );
	}

	private function incidentDesk(): IncidentDesk {
		return $this->once( IncidentDesk::class, fn (): IncidentDesk => new IncidentDesk( $this->incidentTable(), $this->desk(), $this->catalog(), $this->workList(), $this->clock ) );
	}

	private function records(): RecordTable {
		return $this->once( RecordTable::class, fn (): RecordTable => new RecordTable( $this->database() ) );
	}

	private function risks(): RiskTable {
		return $this->once( RiskTable::class, fn (): RiskTable => new RiskTable( $this->database() ) );
	}

	private function auditDesk(): AuditDesk {
		return $this->once( AuditDesk::class, fn (): AuditDesk => new AuditDesk( new AuditOption(), $this->risks(), $this->workList(), new EarlyCases( $this->cases(), $this->people(), $this->journal(), $this->workList(), $this->clock ) ) );
	}

	private function notices(): NoticeTable {
		return $this->once( NoticeTable::class, fn (): NoticeTable => new NoticeTable( $this->database() ) );
	}

	private function ruleOption(): RuleOption {
		return $this->once( RuleOption::class, fn (): RuleOption => new RuleOption( $this->lease(), $this->clock ) );
	}

	private function noticeText(): NoticeText {
		return $this->once( NoticeText::class, fn (): NoticeText => new NoticeText( $this->catalog(), $this->incidentTable(), $this->desk(), $this->risks() ) );
	}

	private function noticeDelivery(): NoticeDelivery {
		return $this->once(
			NoticeDelivery::class,
			fn (): NoticeDelivery => new NoticeDelivery( $this->ruleOption(), $this->notices(), $this->noticeText(), $this->settings(), new WordPressMailer(), new PrivateNetworkGuard( $this->plainTransport(), new SystemResolver(), [], self::allowsLocal() ), $this->vault(), $this->clock, $this->randomness, $this->settings()->hashKey() )
		);
	}

	private function noticeDesk(): NoticeDesk {
		return $this->once( NoticeDesk::class, fn (): NoticeDesk => new NoticeDesk( $this->ruleOption(), $this->notices(), $this->noticeDelivery(), $this->noticeText(), $this->catalog(), $this->vault(), $this->workList(), self::allowsLocal() ) );
	}

	private function flightBook(): FlightBook {
		return new FlightBook( $this->settings(), $this->loginNames(), $this->clock );
	}

	private function flightDesk(): FlightDesk {
		return new FlightDesk( $this->flightBook(), $this->people(), $this->journal(), $this->clock );
	}

	private function replyDesk(): ReplyDesk {
		return new ReplyDesk( $this->people(), $this->journal(), $this->catalog(), new WordPressMailer(), $this->clock );
	}

	private function bulkDesk(): BulkDesk {
		return new BulkDesk( new CaseRunOption(), $this->desk(), $this->replyDesk(), $this->workList(), $this->clock );
	}

	private function caseView(): CaseView {
		return new CaseView( $this->catalog(), new CausePresenter( $this->catalog() ), $this->desk() );
	}

	private function connectionDesk(): ConnectionDesk {
		return new ConnectionDesk( $this->connections(), $this->registry(), $this->catalog(), $this->connections(), $this->clock );
	}

	private function persons(): PersonFinder {
		return new PersonFinder( $this->people(), $this->portal(), $this->links(), $this->attempts(), $this->cases(), $this->loginNames() );
	}

	private function subjects(): SubjectFactory {
		return new SubjectFactory( $this->people(), $this->portal(), $this->links(), $this->people(), $this->connections() );
	}

	private function snapshot(): LinkSnapshot {
		return new LinkSnapshot( $this->portal(), $this->people(), $this->links(), $this->loginNames(), $this->clock, $this->connections() );
	}

	private function closer(): CaseCloser {
		return new CaseCloser( $this->cases(), $this->attempts(), $this->journal(), new BegunSteps( $this->journal() ), $this->settings(), new HookAnnouncements(), $this->clock );
	}

	private function diagnoser(): CaseDiagnoser {
		return $this->once(
			CaseDiagnoser::class,
			fn (): CaseDiagnoser => new CaseDiagnoser(
				$this->cases(),
				$this->attempts(),
				$this->diagnoses(),
				$this->journal(),
				$this->subjects(),
				$this->snapshot(),
				$this->examination(),
				$this->catalog(),
				new Diagnoser( $this->catalog() ),
				new RuleInterpreter(),
				$this->closer(),
				$this->workList(),
				new HookAnnouncements(),
				$this->clock
			)
		);
	}

	private function loginNames(): LoginNameHash {
		return new LoginNameHash( $this->settings()->hashKey() );
	}

	private function workList(): WorkList {
		return new WorkList( $this->queue() );
	}

	// Background.

	private function runner(): Runner {
		return $this->once( Runner::class, fn (): Runner => new Runner( $this->queue(), $this->jobKinds(), new RowHeartbeat( $this->database() ), $this->clock, $this->randomness ) );
	}

	/** For a request whose answer nobody waits for. */
	private function backgroundRunner(): Runner {
		$this->pause()->allow();
		return $this->runner();
	}

	private function jobKinds(): JobKinds {
		$kinds    = new JobKinds();
		$snapshot = $this->snapshot();
		( new CaseJobs(
			$this->attempts(),
			$this->cases(),
			new Intake( $this->attempts(), $this->cases(), $this->persons(), $this->people(), $snapshot, $this->journal(), $this->closer(), $this->workList(), new HookAnnouncements(), $this->clock ),
			$this->diagnoser(),
			new Notifier( $this->cases(), $this->diagnoses(), $this->journal(), $this->people(), $this->catalog(), new CausePresenter( $this->catalog() ), $this->settings(), new WordPressMailer(), $this->incidentTable(), $this->ruleOption(), $this->clock ),
			new Verifier( $this->cases(), $this->diagnoser(), $this->closer(), $this->journal(), $this->workList(), $this->clock ),
			$this->goodLogin(),
			$snapshot,
			new Retention( $this->attempts(), $this->cases(), $this->helpRequests(), $this->settings(), new SharedRows( $this->database() ), $this->clock ),
			new ResetMails( $this->attempts(), $this->classifier(), $this->clock ),
			new HelpAnswers( $this->helpRequests(), $this->attempts(), $this->cases(), $this->people(), $this->journal(), $this->catalog(), $this->settings(), new WordPressMailer(), new Invitations( $this->registry(), $this->examination(), $this->subjects(), $this->lease(), $this->helpRequests(), $this->journal(), $this->clock ), $this->randomness, $this->clock, StatusAddress::mailed( ... ) ),
			new RemoteRefusals( $this->registry(), $this->connections(), $this->people(), $this->attempts() ),
			$this->workList(),
			$this->bulkDesk()
		) )->register( $kinds );
		( new AuditJobs(
			new Audit( $this->registry(), $this->connections(), $this->records(), $this->risks(), new PeopleRoll( $this->database(), $this->connections(), $this->records(), $this->portal() ), new AuditOption(), new Judge( $this->catalog() ), $this->loginNames(), $this->settings(), new WordPressMailer(), $this->clock ),
			new ConnectionCheck( $this->registry(), $this->connections() ),
			$this->workList()
		) )->register( $kinds );
		( new IncidentJobs(
			new IncidentWatch( $this->incidentTable(), $this->catalog(), $this->settings(), $this->connections(), $this->workList(), new IncidentAnnouncements(), $this->clock ),
			new IncidentMail( $this->incidentTable(), $this->catalog(), $this->settings(), new WordPressMailer(), $this->ruleOption() ),
			$this->incidentDesk()
		) )->register( $kinds );
		( new NoticeJobs(
			new NoticeWatch( $this->ruleOption(), $this->notices(), $this->incidentTable(), $this->risks(), $this->workList(), $this->clock ),
			$this->noticeDelivery(),
			$this->ruleOption(),
			$this->workList()
		) )->register( $kinds );
		// Attempts that a storm left in the spool become rows like any other.
		$kinds->notice(
			function (): void {
				$started = $this->clock->now();
				$this->captureRoom()->drain()->drain( fn (): bool => $this->clock->now() - $started > 2 );
			}
		);
		return $kinds;
	}

	private function ticker(): Ticker {
		return $this->once( Ticker::class, fn (): Ticker => new Ticker( fn (): Runner => $this->runner(), $this->clock ) );
	}

	private function kicks(): Kicks {
		return $this->once(
			Kicks::class,
			fn (): Kicks => new Kicks( fn (): Runner => $this->runner(), new SelfLoopback( static fn (): string => rest_url( 'causeway/v1/work' ) ), $this->kickGate(), $this->kickGate( 'poll' ), $this->workSignature(), $this->finishAnswer() )
		);
	}

	/** An admin who watches and a visitor who was refused each have their own: neither uses up the other's turn. */
	private function kickGate( string $name = 'kick' ): KickGate {
		return new KickGate( (string) $this->captureRoom()->privateDirectory(), $this->clock, $name );
	}

	private function workSignature(): WorkSignature {
		return new WorkSignature( $this->settings()->hashKey(), $this->clock );
	}

	/** How this server ends an answer and goes on; null where it cannot. */
	private function finishAnswer(): ?\Closure {
		foreach ( [ 'fastcgi_finish_request', 'litespeed_finish_request' ] as $function ) {
			if ( function_exists( $function ) ) {
				return static fn (): bool => (bool) $function();
			}
		}
		return null;
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name
	 * @param \Closure(): T   $make
	 * @return T
	 */
	private function once( string $name, \Closure $make ): object {
		$part = $this->made[ $name ] ??= $make();
		assert( $part instanceof $name );
		return $part;
	}
}
