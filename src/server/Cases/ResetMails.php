<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobResult;
use Causeway\Diagnosis\Classifier;
use Causeway\Support\Clock;

/** Sends the mail for a new password that somebody asked for on wp-login.php; where WordPress cannot, that becomes a case. */
final class ResetMails {

	private const ENTRY = 'wp-login';

	/** Hooks on which captchas and the like judge the form. They have judged it already, and here is no form. */
	private const JUDGED = [ 'lostpassword_post', 'lostpassword_errors', 'lostpassword_user_data' ];

	public function __construct( private readonly AttemptStore $attempts, private readonly Classifier $classifier, private readonly Clock $clock ) {}

	/** @param int $userId 0 for a name that belongs to nobody: then nothing is to be done. */
	public function send( int $userId ): JobResult {
		$user = $userId > 0 ? get_userdata( $userId ) : false;
		if ( $user instanceof \WP_User ) {
			$outcome = $this->withoutJudges( static fn (): bool|\WP_Error => retrieve_password( $user->user_login ) );
			if ( $outcome instanceof \WP_Error ) {
				$code    = (string) $outcome->get_error_code();
				$symptom = $this->classifier->byCode( self::ENTRY, $code, $outcome->get_error_message() )->symptom ?? '';
				$this->attempts->note( $userId, self::ENTRY, $code, $symptom, $this->clock->now() );
			}
		}
		return JobResult::done();
	}

	/** @param \Closure(): (bool|\WP_Error) $send */
	private function withoutJudges( \Closure $send ): bool|\WP_Error {
		/** @var array<string, \WP_Hook> $hooks */
		$hooks = &$GLOBALS['wp_filter'];
		$kept  = array_intersect_key( $hooks, array_flip( self::JUDGED ) );
		$hooks = array_diff_key( $hooks, $kept );
		try {
			return $send();
		} finally {
			$hooks += $kept;
		}
	}
}
