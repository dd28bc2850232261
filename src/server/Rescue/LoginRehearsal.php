<?php

declare(strict_types=1);

namespace Causeway\Rescue;

use Causeway\Capture\FlightRecorder;
use Causeway\Support\CallbackOrigin;

/**
 * A login without a password: everybody who has a say after the password is asked for theirs.
 *
 * Each is asked about the same person, whatever the one before said, so that all who refuse are named and not only the first.
 */
final class LoginRehearsal {

	/** WordPress's own password checks; who comes before is overruled by them. */
	private const PASSWORD = 20;

	private ?CallbackOrigin $asked = null;

	/** @param array<string, string> $folders {@see CallbackOrigin::of()} */
	public function __construct( private readonly Undo $undo, private readonly array $folders ) {}

	/** Who is being asked at this moment; null while nobody is. After the request was ended in the middle, who ended it. */
	public function asked(): ?CallbackOrigin {
		return $this->asked;
	}

	/**
	 * @param string $address Where the person logs in from; '' where that is not known: then locks of addresses do not show.
	 * @return list<Refuser> In the order in which WordPress asks them.
	 */
	public function refusers( \WP_User $user, string $address ): array {
		$refusers = [];
		$server   = $_SERVER['REMOTE_ADDR'] ?? null;
		$silence  = [
			[ 'pre_wp_mail', static fn (): bool => true ],
			[ 'pre_http_request', static fn (): \WP_Error => new \WP_Error( 'rehearsal', 'Nothing leaves this site during a rehearsal.' ) ],
			[ 'wp_redirect', static fn (): string => '' ],
		];
		foreach ( $silence as [ $hook, $callback ] ) {
			add_filter( $hook, $callback, PHP_INT_MAX );
		}
		if ( '' !== $address ) {
			$_SERVER['REMOTE_ADDR'] = $address;
		}
		try {
			$this->undo->after(
				function () use ( $user, &$refusers ): void {
					$refusers = [
						...$this->ask( 'wp_authenticate_user', PHP_INT_MIN, $user, [ '' ] ),
						...$this->ask( 'authenticate', self::PASSWORD + 1, $user, [ $user->user_login, '' ] ),
					];
				}
			);
		} finally {
			foreach ( $silence as [ $hook, $callback ] ) {
				remove_filter( $hook, $callback, PHP_INT_MAX );
			}
			if ( '' !== $address ) {
				$_SERVER['REMOTE_ADDR'] = $server;
			}
		}
		return $refusers;
	}

	/**
	 * @param list<string> $rest Arguments behind the user.
	 * @return list<Refuser>
	 */
	private function ask( string $hook, int $from, \WP_User $user, array $rest ): array {
		$filters   = $GLOBALS['wp_filter'] ?? [];
		$filter    = is_array( $filters ) ? $filters[ $hook ] ?? null : null;
		$callbacks = $filter instanceof \WP_Hook ? $filter->callbacks : [];
		ksort( $callbacks );
		$refusers = [];
		foreach ( $callbacks as $priority => $group ) {
			foreach ( $priority < $from ? [] : $group as $one ) {
				$function = is_array( $one ) ? $one['function'] ?? null : null;
				$origin   = CallbackOrigin::of( $function, [ 'causeway' => dirname( __DIR__ ) ] + $this->folders );
				if ( ! is_callable( $function ) || str_starts_with( $origin->component, 'causeway:' ) ) {
					continue;
				}
				$accepted = is_int( $one['accepted_args'] ?? null ) ? $one['accepted_args'] : 1;
				$codes    = $this->codes( $function, $origin, array_slice( [ clone $user, ...$rest ], 0, $accepted ) );
				if ( [] !== $codes ) {
					$refusers[] = new Refuser( $hook, (int) $priority, $origin, $codes );
				}
			}
		}
		return $refusers;
	}

	/**
	 * @param list<mixed> $arguments
	 * @return list<string> Empty where the person may go on.
	 */
	private function codes( callable $function, CallbackOrigin $origin, array $arguments ): array {
		$this->asked = $origin;
		$level       = ob_get_level();
		ob_start();
		try {
			[ $verdict, $codes ] = FlightRecorder::verdict( $function( ...$arguments ) );
		} catch ( \Throwable $fault ) {
			[ $verdict, $codes ] = [ 'refused', [ 'fault:' . ( new \ReflectionClass( $fault ) )->getShortName() ] ];
		} finally {
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
			$this->asked = null;
		}
		return match ( true ) {
			'person' === $verdict  => [],
			[] !== $codes          => $codes,
			default                => [ $verdict ],
		};
	}
}
