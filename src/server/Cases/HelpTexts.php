<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a visitor's request is answered with: the same for everybody, whether or not there is such an attempt, such a person or such a mail. */
final class HelpTexts {

	public static function taken( HelpWish $wish ): string {
		return match ( $wish ) {
			HelpWish::Mail => __( 'Thank you. If we know you, a mail with the reason and the next step is on its way to the address we have on record. It can take a few minutes; look into your spam folder too.', 'causeway' ),
			HelpWish::Invitation => __( 'Thank you. If there is an invitation for you, it is sent again, or whoever runs this site has been asked to send it. Look into your spam folder too.', 'causeway' ),
			HelpWish::Tell => __( 'Thank you. If we know you, whoever runs this site finds your message with this reference.', 'causeway' ),
		};
	}

	public static function reported(): string {
		return __( 'Thank you. We have noted it under this reference. If we know you, we look for the reason now; give the reference to whoever runs this site.', 'causeway' );
	}

	public static function tooMany( int $seconds ): string {
		$minutes = (int) ceil( $seconds / 60 );
		/* translators: %d: Minutes. */
		return sprintf( _n( 'That was often in a short time. Please try again in %d minute.', 'That was often in a short time. Please try again in %d minutes.', $minutes, 'causeway' ), $minutes );
	}

	private function __construct() {}
}
