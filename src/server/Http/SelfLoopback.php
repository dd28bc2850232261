<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Background\Loopback;

/** The site's request to itself that starts background work. Sent only after the visitor's answer has left. */
final class SelfLoopback implements Loopback {

	/** Long enough for the other side to have read the request; the work itself is not waited for. */
	private const TIMEOUT_SECONDS = 1.0;

	/** @param \Closure(): string $address Of `POST causeway/v1/work`. */
	public function __construct( private readonly \Closure $address ) {}

	public function kick( string $signature ): void {
		wp_remote_post(
			( $this->address )(),
			[
				'timeout'     => self::TIMEOUT_SECONDS,
				'blocking'    => false,
				'redirection' => 0,
				/** WordPress's own filter for requests of a site to itself, whose certificate it may not know. */
				'sslverify'   => (bool) apply_filters( 'https_local_ssl_verify', false ),
				'headers'     => [ 'X-Causeway-Work' => $signature ],
			]
		);
	}
}
