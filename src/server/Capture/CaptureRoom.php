<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\Classifier;
use Causeway\Support\ClientAddress;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Randomness;
use Closure;

/** The parts of this room, each made when it is first asked for. One for a request, and made only where something happens to be seen. */
final class CaptureRoom {

	private ?Classifier $classifier = null;

	private ?VendorCallWatch $calls = null;

	private ?Recorder $recorder = null;

	private ?VisitorMessage $message = null;

	private ?LoginPath $path = null;

	private ?PageWatch $page = null;

	private ?PrivateDirectory $directory = null;

	private ?Storm $storm = null;

	private ?FlightRecorder $flight = null;

	private ?FailureCounter $failures = null;

	private ?StormGate $gate = null;

	private readonly CurrentRequest $request;

	/**
	 * @param string                          $classifierFile Path of `build/catalog/classifier.php`.
	 * @param Closure(string, string, string): string $provenText System, cause and confidence → the catalog's text for the proven person; '' where it has none.
	 * @param Closure(string): string         $publicText     Symptom → the catalog's text for everybody who is shown it; '' where there is only the one for all.
	 * @param Closure(): void                 $afterWrite     Called once the attempt is written, at the very end of the request.
	 * @param Closure(): ResetQueue           $resets         Made only where somebody asks for a new password.
	 * @param Closure(): FlightLog            $flights        Made only where somebody logs in whom an admin armed.
	 * @param Closure(): ClientAddress        $visitor        Asked only while a storm rages.
	 */
	public function __construct(
		private readonly AttemptLog $log,
		private readonly CaptureSettings $settings,
		private readonly ProvenDiagnosis $known,
		private readonly MessageSlot $slot,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly string $classifierFile,
		private readonly Closure $provenText,
		private readonly Closure $publicText,
		private readonly Closure $afterWrite,
		private readonly Closure $resets,
		private readonly Closure $flights,
		private readonly Closure $visitor,
	) {
		$this->request = new CurrentRequest();
	}

	public function path(): LoginPath {
		return $this->path ??= new LoginPath(
			$this->recorder(),
			new HashCheckEqualiser( $this->clock, SiteHashing::ofThisSite( ... ) ),
			$this->storm(),
			$this->message(),
			$this->request
		);
	}

	/** Null where the site wants none. */
	public function gate(): ?StormGate {
		return $this->settings->hasStormGate() ? $this->stormGate() : null;
	}

	/** Ends the request of somebody who is to come again later. */
	public function turnAway( int $secondsToWait ): never {
		( new GateAnswer( $this->request ) )->send( $secondsToWait );
		// Where another plugin's page for the end of a request comes back.
		exit;
	}

	/** Null in calm weather. */
	public function stormReport(): ?StormReport {
		return $this->stormGate()->report();
	}

	public function page(): PageWatch {
		return $this->page ??= new PageWatch(
			$this->recorder(),
			$this->calls(),
			$this->classifier(),
			$this->message(),
			$this->slot,
			$this->request,
			$this->settings,
			$this->randomness,
			$this->sendCookie( ... ),
			new CarriedRefusal( $this->sendCookie( ... ) )
		);
	}

	public function calls(): VendorCallWatch {
		return $this->calls ??= new VendorCallWatch( $this->classifier(), $this->settings, $this->clock );
	}

	public function recorder(): Recorder {
		return $this->recorder ??= new Recorder(
			$this->log,
			new Spool( $this->directory() ),
			$this->storm(),
			$this->classifier(),
			new LoginNameHash( $this->settings->hashKey() ),
			$this->clock,
			$this->randomness
		);
	}

	/**
	 * Notes what everybody on `authenticate` makes of this login, where an admin armed the person who is named. Nearly always there is
	 * nobody, and then this is one look at an option that is in memory.
	 *
	 * @param Closure(string, callable): Closure $guard Puts a filter behind the guard of the login path.
	 */
	public function recordFlight( string $typedName, Closure $guard ): void {
		$armed = $this->settings->armedPeople();
		if ( [] === $armed ) {
			return;
		}
		$hash = ( new LoginNameHash( $this->settings->hashKey() ) )->of( $typedName );
		foreach ( $armed as [ $userId, $until, $hashes ] ) {
			if ( $until > $this->clock->now() && in_array( $hash, $hashes, true ) ) {
				$this->flight ??= new FlightRecorder( ( $this->flights )(), $this->clock, self::folders() );
				$this->flight->begin( $userId, $guard );
				return;
			}
		}
	}

	/** `authenticate` has run to its end. */
	public function flightDecided(): void {
		$this->flight?->decided();
	}

	/** @return array<string, string> Whose code lies where, most special first. */
	public static function folders(): array {
		$folder = static function ( string $name ): string {
			$path = defined( $name ) ? constant( $name ) : '';
			return is_string( $path ) ? rtrim( $path, '/' ) : '';
		};
		return [
			'mu-plugin' => $folder( 'WPMU_PLUGIN_DIR' ),
			'plugin'    => $folder( 'WP_PLUGIN_DIR' ),
			'theme'     => $folder( 'WP_CONTENT_DIR' ) . '/themes',
			'wordpress' => $folder( 'ABSPATH' ),
		];
	}

	public function lostPassword(): LostPassword {
		$leave = static function ( string $target ): void {
			if ( wp_safe_redirect( $target ) ) {
				exit;
			}
		};
		return new LostPassword( ( $this->resets )(), new LoginNameHash( $this->settings->hashKey() ), $leave, $this->afterWrite );
	}

	/**
	 * The answer to this request shows no page of ours: a redirect, or a script's. The reference goes on in a cookie.
	 *
	 * @param string $target Where the answer redirects to; '' where a script reads it.
	 */
	public function carryOn( string $target ): void {
		if ( '' !== $target ) {
			$this->path?->ledAway();
		}
		if ( null !== $this->recorder?->current() ) {
			$this->page()->carryOn( $target );
		}
	}

	/** For the background. */
	public function drain(): SpoolDrain {
		return new SpoolDrain( new Spool( $this->directory() ), $this->log, $this->randomness );
	}

	/** Ends the request's attempt: judges the answer, then writes. Nothing where nothing was refused. */
	public function finish( int $siteId ): void {
		$reference = $this->recorder?->current()?->reference;
		try {
			$this->flight?->end( $reference );
		} finally {
			$this->finishAttempt( $siteId );
		}
	}

	private function finishAttempt( int $siteId ): void {
		if ( null === $this->recorder?->current() ) {
			$this->calls?->forget();
			return;
		}
		if ( null !== $this->page || null !== $this->calls ) {
			// Only where a portal is at work can a refusal turn out to be none.
			$this->page()->settle();
		}
		$this->recorder->write( $siteId, $this->calls?->mostTelling() );
		$this->calls?->forget();
		( $this->afterWrite )();
	}

	/** Directory of ours that nobody else can read; null where the server lets us have none. */
	public function privateDirectory(): ?string {
		return $this->directory()->path();
	}

	private function classifier(): Classifier {
		return $this->classifier ??= new Classifier( $this->classifierFile, $this->settings->sitePatternIds() );
	}

	private function message(): VisitorMessage {
		return $this->message ??= new VisitorMessage( $this->known, $this->provenText, $this->publicText );
	}

	private function storm(): Storm {
		return $this->storm ??= new Storm( $this->failures(), $this->clock );
	}

	private function failures(): FailureCounter {
		return $this->failures ??= wp_using_ext_object_cache() ? new SharedCacheCounter() : new FileCounter( $this->directory() );
	}

	private function stormGate(): StormGate {
		return $this->gate ??= new StormGate(
			$this->failures(),
			wp_using_ext_object_cache() ? new SharedCacheGateCounter( $this->settings->hashKey() ) : new FileGateCounter( $this->directory(), $this->settings->hashKey() ),
			$this->clock,
			$this->visitor
		);
	}

	private function directory(): PrivateDirectory {
		$root = $_SERVER['DOCUMENT_ROOT'] ?? '';
		return $this->directory ??= new PrivateDirectory(
			sys_get_temp_dir(),
			'causeway-' . substr( hash_hmac( 'sha256', 'spool of site ' . get_current_blog_id(), $this->settings->hashKey() ), 0, 24 ),
			[ defined( 'ABSPATH' ) && is_string( ABSPATH ) ? ABSPATH : '', is_string( $root ) ? $root : '' ]
		);
	}

	/** Only for this site's own eyes, and gone after a while; keeps every cache away from the answer. Nothing where it is too late for headers. */
	public function sendCookie( string $name, #[\SensitiveParameter] string $value, int $lifetimeSeconds, bool $isForScripts = false ): void {
		if ( headers_sent() ) {
			return;
		}
		nocache_headers();
		setcookie(
			$name,
			$value,
			[
				'expires'  => $this->clock->now() + $lifetimeSeconds,
				'path'     => defined( 'COOKIEPATH' ) && is_string( COOKIEPATH ) && '' !== COOKIEPATH ? COOKIEPATH : '/',
				'domain'   => defined( 'COOKIE_DOMAIN' ) && is_string( COOKIE_DOMAIN ) ? COOKIE_DOMAIN : '',
				'secure'   => is_ssl(),
				'httponly' => ! $isForScripts,
				'samesite' => 'Lax',
			]
		);
	}
}
