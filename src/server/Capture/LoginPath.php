<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\SitePattern;

/**
 * What Causeway does while WordPress judges one login. Loaded only when somebody has typed a name.
 *
 * It changes no verdict and no code that a program reads: it equalises the time, replaces the three messages that tell whether there is
 * an account, adds a reference to the others, and remembers what it saw for the recorder.
 */
final class LoginPath {

	/** Codes whose own messages, pre-filled field and focus tell whether there is an account. */
	private const TELLING = [ 'invalid_username', 'invalid_email', 'incorrect_password' ];

	private const EMPTY_FIELDS = [ 'empty_username', 'empty_password' ];

	private string $typedName = '';

	/** Whose account WordPress loaded itself in this attempt; 0 for nobody. */
	private int $userId = 0;

	private bool $hasPassword = false;

	private bool $isIn = false;

	/** Who was logged in in this request; 0 for nobody, or once that was looked at. */
	private int $arrivedId = 0;

	public function __construct(
		private readonly Recorder $recorder,
		private readonly HashCheckEqualiser $equaliser,
		private readonly Storm $storm,
		private readonly VisitorMessage $message,
		private readonly CurrentRequest $request,
	) {}

	/** `authenticate`, before everybody. */
	public function begin( string $typedName ): void {
		$this->typedName   = $typedName;
		$this->userId      = 0;
		$this->hasPassword = false;
		$this->equaliser->begin();
	}

	/**
	 * `wp_authenticate_user`, after everybody: WordPress has loaded the account and checks the password next.
	 *
	 * A second pass for the same person, whose password was just found wrong, gets at once what WordPress would answer after checking again.
	 */
	public function accountFound( mixed $user ): mixed {
		if ( ! $user instanceof \WP_User ) {
			return $user;
		}
		$this->userId = $user->ID;
		if ( $this->equaliser->knowsWrong( $user->ID ) ) {
			return $this->refusalOfWordPress();
		}
		$this->equaliser->found( $user->ID, $user->user_pass );
		return $user;
	}

	/** `check_password`, before everybody. */
	public function passwordChecked( bool $isRight ): void {
		$this->equaliser->checked( $isRight );
	}

	/** `authenticate` at 21: whoever left priority 20 as a user has proved who they are. */
	public function afterPassword( mixed $user ): void {
		if ( $user instanceof \WP_User ) {
			$this->hasPassword = true;
			$this->userId      = $user->ID;
		}
	}

	/** `authenticate`, after everybody. */
	public function judged( mixed $user ): void {
		if ( $user instanceof \WP_User || ( $user instanceof \WP_Error && [] !== array_intersect( self::EMPTY_FIELDS, $user->get_error_codes() ) ) ) {
			return;
		}
		// A storm is weathered with the same work for everybody that bare WordPress does, and no more.
		if ( $this->storm->isRaging() ) {
			$this->message->leaveEnglishAsItIs();
			return;
		}
		$this->equaliser->equalise();
	}

	/** `wp_login_failed`. */
	public function failed( mixed $username, mixed $error ): void {
		$code = $error instanceof \WP_Error ? (string) $error->get_error_code() : '';
		if ( in_array( $code, self::EMPTY_FIELDS, true ) ) {
			return;
		}
		$text = $error instanceof \WP_Error ? $error->get_error_message() : '';
		$this->recorder->refused( $this->request->entry(), is_string( $username ) ? $username : $this->typedName, $this->userId, $code, $text, $this->hasPassword );
	}

	/** `application_password_failed_authentication`: not a login form, so `wp_login_failed` may never come. */
	public function applicationPasswordFailed( mixed $error ): void {
		if ( ! $error instanceof \WP_Error ) {
			return;
		}
		$entry = 'xml-rpc' === $this->request->entry() ? 'xml-rpc' : 'rest';
		$name  = $_SERVER['PHP_AUTH_USER'] ?? '';
		$name  = '' === $this->typedName && is_string( $name ) ? $name : $this->typedName;
		$this->recorder->refused( $entry, $name, 0, (string) $error->get_error_code(), $error->get_error_message(), false );
	}

	/** `wp_login`: what was refused before in this request does not matter any more. */
	public function loggedIn( int $userId ): void {
		$this->isIn      = true;
		$this->arrivedId = $userId;
		$this->recorder->drop();
	}

	/**
	 * `wp_redirect` after a login, when everybody who adds people to this site of a network has done so: who still has no role here is led away,
	 * which to them looks as if the login did nothing.
	 */
	public function ledAway(): void {
		if ( 0 !== $this->arrivedId && is_multisite() && SiteMembership::isMissing( $this->arrivedId ) ) {
			$this->withoutRole( $this->arrivedId );
		}
		$this->arrivedId = 0;
	}

	/**
	 * `admin_page_access_denied`: WordPress is about to tell somebody of another site of the network that they have no privileges here.
	 *
	 * @return string What goes below its sentence.
	 */
	public function accessDenied( int $userId ): string {
		return $this->message->belowTheirText( $this->withoutRole( $userId ) );
	}

	private function withoutRole( int $userId ): Refusal {
		$user = get_userdata( $userId );
		return $this->recorder->refused( $this->request->entry(), $user instanceof \WP_User ? $user->user_login : '', $userId, 'no_role_redirect', '', true );
	}

	public function isIn(): bool {
		return $this->isIn;
	}

	/** `wp_login_errors`: what wp-login.php is about to show. The object that comes in is left as it is. */
	public function errorsToShow( mixed $errors ): mixed {
		if ( ! $errors instanceof \WP_Error ) {
			return $errors;
		}
		$code = (string) $errors->get_error_code();
		if ( 'test_cookie' === $code ) {
			// Made after the login was judged, also where the password was right: no hook tells of it.
			$this->recorder->refused( $this->request->entry(), $this->request->typedName(), $this->userId, $code, $errors->get_error_message( $code ), false );
		}
		$refusal = $this->recorder->current();
		if ( null === $refusal || '' === $code || 'message' === $errors->get_error_data( $code ) ) {
			return $errors;
		}
		$refusal->shownSymptom = $this->recorder->recognise( 'wp-login', $code, $errors->get_error_message( $code ) )->symptom ?? '';

		return $this->isTelling( $errors ) ? $this->replaced( $errors, $refusal ) : $this->withReference( $errors, $code, $refusal );
	}

	/** `login_errors`, after everybody: the text as it is shown. */
	public function textShown( string $html ): void {
		$refusal = $this->recorder->current();
		if ( null !== $refusal && ! str_contains( $html, (string) $refusal->reference ) ) {
			$this->recorder->shown( $html );
		}
	}

	/** `login_errors` on a page of the front end: WordPress's own sentence is replaced as on wp-login.php, another gets the reference below it. */
	public function textToShow( string $html ): string {
		$refusal = $this->recorder->current();
		if ( null === $refusal || str_contains( $html, (string) $refusal->reference ) ) {
			return $html;
		}
		return in_array( $refusal->code, self::TELLING, true ) && $this->isCoresOwn( $refusal->code, $html )
			? $this->message->ofWrongCredentials( $refusal )
			: $html . $this->message->belowTheirText( $refusal );
	}

	/**
	 * `rest_post_dispatch`: the error of a refused login says where to go on, in `data.causeway`. WordPress's own three codes and sentences that
	 * tell whether there is an account become one.
	 */
	public function restAnswer( \WP_REST_Response $response ): \WP_REST_Response {
		$refusal = $this->recorder->current();
		$body    = $response->get_data();
		if ( null === $refusal || $response->get_status() < 400 || ! is_array( $body ) ) {
			return $response;
		}
		$code    = is_string( $body['code'] ?? null ) ? $body['code'] : '';
		$message = is_string( $body['message'] ?? null ) ? $body['message'] : '';
		if ( in_array( $code, self::TELLING, true ) && $this->isCoresOwn( $code, $message ) ) {
			$body['code']    = 'incorrect_password';
			$body['message'] = $this->message->plainWrongCredentials( $refusal );
		}
		$data             = is_array( $body['data'] ?? null ) ? $body['data'] : [];
		$data['causeway'] = [
			'reference' => (string) $refusal->reference,
			'help'      => StatusAddress::of( $refusal->reference ),
		];
		$body['data']     = $data;
		$response->set_data( $body );
		return $response;
	}

	/**
	 * Whether a code of WordPress's own is among them with WordPress's own meaning.
	 *
	 * Plugins reuse these codes (a wrong captcha as `incorrect_password`): a text that the catalog knows as a plugin's or as another system's
	 * stays. An unknown text is taken as WordPress's, in a language that the catalog does not read.
	 */
	private function isTelling( \WP_Error $errors ): bool {
		foreach ( array_intersect( self::TELLING, $errors->get_error_codes() ) as $code ) {
			if ( $this->isCoresOwn( (string) $code, $errors->get_error_message( $code ) ) ) {
				return true;
			}
		}
		return false;
	}

	private function isCoresOwn( string $code, string $text ): bool {
		$match = $this->recorder->recognise( 'wp-login', $code, $text );
		// What was recorded for this site may be WordPress's own sentence in a language that the catalog does not read.
		return null === $match || SitePattern::isRef( $match->symptom ) || ( '' === $match->source && str_starts_with( $match->symptom, 'wordpress:' ) );
	}

	/** One message for known and unknown names, under the code for which wp-login.php keeps the typed name in its field. */
	private function replaced( \WP_Error $errors, Refusal $refusal ): \WP_Error {
		$shown = new \WP_Error( 'incorrect_password', $this->message->ofWrongCredentials( $refusal ) );
		foreach ( $errors->get_error_codes() as $code ) {
			if ( in_array( $code, self::TELLING, true ) ) {
				continue;
			}
			$this->copy( $errors, $shown, $code );
		}
		return $shown;
	}

	private function withReference( \WP_Error $errors, string $first, Refusal $refusal ): \WP_Error {
		$shown = new \WP_Error();
		foreach ( $errors->get_error_codes() as $code ) {
			$this->copy( $errors, $shown, $code );
			if ( $code === $first ) {
				$messages               = $shown->errors[ $code ];
				$last                   = count( $messages ) - 1;
				$messages[ $last ]     .= $this->message->belowTheirText( $refusal );
				$shown->errors[ $code ] = $messages;
			}
		}
		return $shown;
	}

	private function copy( \WP_Error $from, \WP_Error $to, int|string $code ): void {
		foreach ( $from->get_error_messages( $code ) as $message ) {
			$to->add( $code, $message );
		}
		$data = $from->get_error_data( $code );
		if ( null !== $data ) {
			$to->add_data( $data, $code );
		}
	}

	/** Word for word what WordPress answers to a wrong password for an e-mail address, in its own translation. */
	private function refusalOfWordPress(): \WP_Error {
		return new \WP_Error(
			'incorrect_password',
			sprintf(
				/* translators: %s: Email address. */
				__( '<strong>Error:</strong> The password you entered for the email address %s is incorrect.', 'default' ),
				'<strong>' . esc_html( $this->typedName ) . '</strong>'
			) . ' <a href="' . wp_lostpassword_url() . '">' . __( 'Lost your password?', 'default' ) . '</a>'
		);
	}
}
