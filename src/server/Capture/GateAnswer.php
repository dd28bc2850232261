<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** What somebody gets whom the storm gate turns away: 429, when to come again, one sentence; in the language of the door they came to. */
final class GateAnswer {

	public function __construct( private readonly CurrentRequest $request ) {}

	/** Ends the request. The answer depends on the door and the time to wait, on nothing that was typed. */
	public function send( int $secondsToWait ): void {
		$text = sprintf(
			/* translators: %s: a time such as "5 seconds" or "4 minutes". */
			__( 'So many logins fail on this site at this moment that new ones have to wait. Please try again in %s. This says nothing about your account.', 'causeway' ),
			human_time_diff( 0, $secondsToWait )
		);
		if ( ! headers_sent() ) {
			status_header( 429 );
			nocache_headers();
			header( 'Retry-After: ' . $secondsToWait );
		}
		if ( 'rest' === $this->request->entry() ) {
			add_filter( 'wp_die_handler', static fn (): string => '_json_wp_die_handler', PHP_INT_MAX );
		}
		wp_die(
			esc_html( $text ),
			esc_html__( 'Please wait', 'causeway' ),
			[
				'response'  => 429,
				'code'      => 'causeway_please_wait',
				'back_link' => true,
			]
		);
	}
}
