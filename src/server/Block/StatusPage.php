<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\StatusAddress;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\HelpDesk;
use Causeway\Cases\HelpTexts;
use Causeway\Cases\HelpWish;
use Causeway\Cases\MailedLinks;
use Causeway\Cases\VisitorView;
use Causeway\Support\Reference;
use Causeway\Support\ViewToken;
use Closure;

/**
 * `wp-login.php?action=causeway`: what is known about a reference, and what the person can do now.
 *
 * To a reference alone it says what it says to everybody. Without scripts, cookies or an account it does the same as the block's controls.
 * The mailed link opens it with one button; only that button's POST uses the token up, since mail scanners follow links.
 */
final class StatusPage {

	/** @param Closure(string, string, int): void $sendCookie Name, value, lifetime in seconds. */
	public function __construct(
		private readonly CaseDesk $cases,
		private readonly HelpDesk $help,
		private readonly MailedLinks $links,
		private readonly Closure $sendCookie,
	) {}

	/** Called on `login_form_causeway`; prints the page and ends the request. */
	public function show(): never {
		$reference = Reference::parse( self::sent( $_REQUEST, 'reference' ) );
		$isPost    = 'POST' === ( $_SERVER['REQUEST_METHOD'] ?? '' );
		if ( $isPost && '' !== self::sent( $_POST, 'message' ) ) {
			$this->report();
		}
		if ( null === $reference ) {
			$this->askForReference( '' !== self::sent( $_REQUEST, 'reference' ) );
		}
		if ( $isPost && '' !== self::sent( $_POST, 'token' ) ) {
			$this->open( $reference, self::sent( $_POST, 'token' ) );
		}
		if ( $isPost && null !== HelpWish::tryFrom( self::sent( $_POST, 'wish' ) ) ) {
			$this->take( $reference, HelpWish::from( self::sent( $_POST, 'wish' ) ) );
		}
		if ( 1 === preg_match( '/^[0-9a-f]{32}$/D', self::sent( $_GET, 'token' ) ) ) {
			$this->offer( $reference, self::sent( $_GET, 'token' ) );
		}
		$this->tell( $reference );
	}

	private function open( Reference $reference, #[\SensitiveParameter] string $token ): never {
		$view = $this->links->open( $reference, $token );
		if ( null === $view ) {
			$this->page( __( 'Your login', 'causeway' ), '<p class="message">' . esc_html__( 'This link has been used already, or is older than a day. Ask for a new mail below.', 'causeway' ) . '</p>' . $this->controls( $reference ) );
		}
		( $this->sendCookie )( ViewToken::COOKIE, $view, ViewToken::LIFETIME_SECONDS );
		// Without the token in its address, so that neither a history nor a referrer keeps it.
		wp_safe_redirect( StatusAddress::of( $reference ) );
		exit;
	}

	private function take( Reference $reference, HelpWish $wish ): never {
		$wait = $this->help->ask( $reference, $wish, self::sent( $_POST, 'comment' ) );
		$text = $wait > 0 ? HelpTexts::tooMany( $wait ) : HelpTexts::taken( $wish );
		$this->page(
			__( 'Your login', 'causeway' ),
			'<p class="message" role="status">' . esc_html( $text ) . '</p>' . self::reference( $reference ) . self::links( $reference ),
			$wait > 0 ? 429 : 200
		);
	}

	/** Somebody says what a login page elsewhere told them. */
	private function report(): never {
		$address = self::sent( $_POST, 'email' );
		if ( ! is_email( $address ) ) {
			$this->page( __( 'Your login', 'causeway' ), '<div id="login_error" class="notice notice-error" role="alert"><p>' . esc_html__( 'Please go back and give the e-mail address that you log in with.', 'causeway' ) . '</p></div>', 400 );
		}
		$answer = $this->help->report( self::sent( $_POST, 'portal' ) . ' ' . self::sent( $_POST, 'message' ), $address );
		if ( is_int( $answer ) ) {
			$this->page( __( 'Your login', 'causeway' ), '<p class="message" role="status">' . esc_html( HelpTexts::tooMany( $answer ) ) . '</p>', 429 );
		}
		$this->page( __( 'Your login', 'causeway' ), '<p class="message" role="status">' . esc_html( HelpTexts::reported() ) . '</p>' . self::reference( $answer ) . self::links( $answer ) );
	}

	/** One button, and nothing that a program which follows links could set off. */
	private function offer( Reference $reference, #[\SensitiveParameter] string $token ): never {
		$this->page(
			__( 'Your login', 'causeway' ),
			self::form( $reference, [ 'token' => $token ], '<p>' . esc_html__( 'The button shows what is wrong with your login. It works once.', 'causeway' ) . '</p>', __( 'See what is wrong', 'causeway' ), true )
		);
	}

	private function tell( Reference $reference ): never {
		$token = $_COOKIE[ ViewToken::COOKIE ] ?? null;
		$view  = $this->cases->visitorView( $reference, is_string( $token ) && 1 === preg_match( '/^[0-9a-f]{32}$/D', $token ) ? $token : null );
		$isNew = 'proven' === $view->tier && 'fixed' !== $view->state;
		if ( $isNew && $view->retryInSeconds > 0 && ! headers_sent() ) {
			header( 'Refresh: ' . max( 10, $view->retryInSeconds ) );
		}
		$this->page(
			'fixed' === $view->state ? __( 'You can log in again', 'causeway' ) : __( 'Your login', 'causeway' ),
			'<p class="message" role="status">' . esc_html( $view->text ) . '</p>' . $this->way( $view ) . self::reference( $reference )
			. ( 'fixed' === $view->state ? self::links( $reference, false ) : $this->controls( $reference, 'proven' === $view->tier ) )
		);
	}

	/** How far it has come. Only for somebody who has proved who they are. */
	private function way( VisitorView $view ): string {
		if ( 'proven' !== $view->tier ) {
			return '';
		}
		$reached = [
			'received'  => 1,
			'explained' => 2,
			'fixed'     => 3,
		][ $view->state ];
		$items   = '';
		foreach ( [ __( 'Received', 'causeway' ), __( 'Reason found', 'causeway' ), __( 'Fixed: try now', 'causeway' ) ] as $index => $label ) {
			$isDone = $index < $reached;
			$items .= sprintf(
				'<li%1$s><span aria-hidden="true">%2$s</span> %3$s<span class="screen-reader-text"> %4$s</span></li>',
				$index === $reached - 1 ? ' aria-current="step"' : '',
				$isDone ? '✓' : '○',
				esc_html( $label ),
				$isDone ? esc_html__( '(done)', 'causeway' ) : esc_html__( '(not yet)', 'causeway' )
			);
		}
		return '<ol class="causeway-way">' . $items . '</ol>';
	}

	/** What the person can do now, alone. The same for every reference. */
	private function controls( Reference $reference, bool $isProven = false ): string {
		$mail = $isProven ? '' : self::form(
			$reference,
			[ 'wish' => HelpWish::Mail->value ],
			'<p>' . esc_html__( 'We write the reason and the next step to the address we have on record.', 'causeway' ) . '</p>',
			__( 'Mail me what is wrong', 'causeway' ),
			true
		);
		$tell = self::form(
			$reference,
			[ 'wish' => HelpWish::Tell->value ],
			sprintf(
				'<p><label for="causeway-comment">%1$s</label><input type="text" class="input" name="comment" id="causeway-comment" maxlength="%2$d" autocomplete="off"></p>',
				esc_html__( 'Something to add? (optional)', 'causeway' ),
				HelpDesk::COMMENT_CHARACTERS
			),
			__( 'Tell whoever runs this site', 'causeway' ),
			false
		);
		$again = self::form( $reference, [ 'wish' => HelpWish::Invitation->value ], '<p>' . esc_html__( 'You were invited and the link does not work any more?', 'causeway' ) . '</p>', __( 'Ask for my invitation again', 'causeway' ), false );
		return $mail . $tell . $again . self::links( $reference );
	}

	private function askForReference( bool $wasWrong ): never {
		$this->page(
			__( 'Your login', 'causeway' ),
			( $wasWrong ? '<div id="login_error" class="notice notice-error" role="alert"><p>' . esc_html__( 'This is not a reference. It has eight letters and digits, like K7QM-3FXA.', 'causeway' ) . '</p></div>' : '' )
			. sprintf(
				'<form method="get" action="%1$s"><input type="hidden" name="action" value="%2$s"><p><label for="causeway-reference">%3$s</label><input type="text" class="input" name="reference" id="causeway-reference" autocomplete="off" autocapitalize="characters" spellcheck="false" required></p><p class="submit"><button class="button button-primary button-large">%4$s</button></p></form>',
				esc_url( site_url( 'wp-login.php', 'login' ) ),
				esc_attr( StatusAddress::ACTION ),
				esc_html__( 'The reference that you were given', 'causeway' ),
				esc_html__( 'Show', 'causeway' )
			)
		);
	}

	/** @param array<string, string> $fields */
	private static function form( Reference $reference, array $fields, string $body, string $button, bool $isFirst ): string {
		$hidden = '';
		foreach ( [ 'reference' => (string) $reference ] + $fields as $name => $value ) {
			$hidden .= sprintf( '<input type="hidden" name="%s" value="%s">', esc_attr( $name ), esc_attr( $value ) );
		}
		return sprintf(
			'<form method="post" action="%1$s" class="causeway-form">%2$s%3$s<p class="submit"><button class="button button-large%4$s">%5$s</button></p></form>',
			esc_url( site_url( 'wp-login.php?action=' . StatusAddress::ACTION, 'login_post' ) ),
			$hidden,
			$body,
			$isFirst ? ' button-primary' : '',
			esc_html( $button )
		);
	}

	private static function reference( Reference $reference ): string {
		return sprintf( '<p class="causeway-reference">%1$s <code translate="no" dir="ltr">%2$s</code></p>', esc_html__( 'Reference:', 'causeway' ), esc_html( (string) $reference ) );
	}

	private static function links( Reference $reference, bool $withStatus = true ): string {
		return sprintf(
			'<p id="nav"><a href="%1$s">%2$s</a>%3$s</p>',
			esc_url( wp_login_url() ),
			esc_html__( 'Go to the login form', 'causeway' ),
			$withStatus ? sprintf( ' | <a href="%1$s">%2$s</a>', esc_url( StatusAddress::of( $reference ) ), esc_html__( 'Look again', 'causeway' ) ) : ''
		);
	}

	/** @param string $body Escaped. */
	private function page( string $title, string $body, int $status = 200 ): never {
		status_header( $status );
		nocache_headers();
		// Nothing of ours may be framed, kept or told to the next site.
		header( 'Referrer-Policy: no-referrer' );
		add_action( 'login_head', static function (): void {
			echo '<style>.causeway-form{margin-top:16px}.causeway-form .submit{padding:0}.causeway-form .button{float:none;width:100%;height:auto;margin-top:8px;padding:6px 12px;line-height:1.4;white-space:normal}.causeway-reference{margin:16px 0;text-align:center;font-size:15px}.causeway-reference code{display:inline-block;font-size:18px;white-space:nowrap;letter-spacing:.06em;user-select:all}.causeway-way{margin:0 0 16px;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:center}.causeway-way [aria-current]{font-weight:600}</style>';
		} );
		login_header( $title, '' );
		printf( '<h2 class="screen-reader-text">%s</h2>', esc_html( $title ) );
		echo $body; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Every part is escaped where it is made.
		login_footer();
		exit;
	}

	/** @param array<array-key, mixed> $from */
	private static function sent( array $from, string $name ): string {
		$value = $from[ $name ] ?? '';
		return is_string( $value ) ? wp_unslash( $value ) : '';
	}
}
