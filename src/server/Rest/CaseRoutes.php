<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\CaseDesk;
use Causeway\Cases\FlightDesk;
use Causeway\Cases\ReplyDesk;
use Causeway\Cases\StepOutcome;
use Causeway\Cases\StepPreview;

/** Commands on one case: look again, run a step, close. */
final class CaseRoutes {

	/** What each refusal means to HTTP; anything else is 409, the state is not one in which this can be done. */
	private const STATUS = [
		'unknown-case'    => 404,
		'unknown-step'    => 404,
		'unreachable'     => 502,
		'timed-out'       => 504,
		'unauthorised'    => 502,
		'forbidden'       => 502,
		'rate-limited'    => 503,
		'quota-exhausted' => 503,
		'malformed'       => 502,
		'server-fault'    => 502,
	];

	/**
	 * @param \Closure(): CaseDesk  $desk    Made only when somebody asks.
	 * @param \Closure(): ReplyDesk $replies
	 * @param \Closure(): FlightDesk $flights
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $replies, private readonly \Closure $flights ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		$id = [
			'id' => [
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			],
		];
		Route::add( 'POST', '/cases/(?P<id>\d{1,18})/diagnose', 'causeway_manage_cases', $id, $this->diagnose( ... ) );
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/resolve',
			'causeway_manage_cases',
			$id + [
				'note' => [
					'type'      => 'string',
					'maxLength' => 1000,
					'default'   => '',
				],
			],
			$this->resolve( ... )
		);
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/feedback',
			'causeway_manage_cases',
			$id + [
				'right_cause' => [
					'type'        => 'string',
					'pattern'     => '^([a-z0-9-]{1,32}/[a-z0-9-]{1,64})?$',
					'default'     => '',
					'description' => __( 'The diagnosis was wrong, and this cause (system/cause) was it; empty where nobody knows.', 'causeway' ),
				],
				'note'        => [
					'type'      => 'string',
					'maxLength' => 1000,
					'default'   => '',
				],
			],
			$this->dispute( ... )
		);
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/recorder',
			'causeway_manage_cases',
			$id + [
				'armed' => [
					'type'        => 'boolean',
					'required'    => true,
					'description' => __( 'Whether to note, for a day, what each plugin answers when this person logs in. Never a password.', 'causeway' ),
				],
			],
			$this->recorder( ... )
		);
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/reply',
			'causeway_manage_cases',
			$id + [
				'subject' => [
					'type'      => 'string',
					'minLength' => 1,
					'maxLength' => 200,
					'required'  => true,
				],
				'body'    => [
					'type'        => 'string',
					'minLength'   => 1,
					'maxLength'   => 5000,
					'required'    => true,
					'description' => __( 'Sent as plain text to the person’s address on record.', 'causeway' ),
				],
			],
			$this->reply( ... )
		);
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})',
			'causeway_manage_cases',
			$id + [
				'step'        => [
					'type'     => 'string',
					'required' => true,
				],
				'dry_run'     => [
					'type'        => 'boolean',
					'default'     => false,
					'description' => __( 'Say what would change and change nothing.', 'causeway' ),
				],
				'fingerprint' => [
					'type'        => 'string',
					'maxLength'   => 64,
					'default'     => '',
					'description' => __( 'Names the state that was previewed; a state that has moved since is refused.', 'causeway' ),
				],
				'done'        => [
					'type'        => 'boolean',
					'default'     => false,
					'description' => __( 'A person did this step by hand.', 'causeway' ),
				],
			],
			$this->step( ... )
		);
		Route::add(
			'POST',
			'/cases/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})/undo',
			'causeway_apply_fixes',
			$id + [
				'step'        => [
					'type'     => 'string',
					'required' => true,
				],
				'dry_run'     => [
					'type'        => 'boolean',
					'default'     => false,
					'description' => __( 'Say what would change and change nothing.', 'causeway' ),
				],
				'fingerprint' => [
					'type'        => 'string',
					'maxLength'   => 64,
					'default'     => '',
					'description' => __( 'Names the state that was previewed; a state that has moved since is refused.', 'causeway' ),
				],
			],
			$this->undo( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function diagnose( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id = (int) Route::fromPath( $request, 'id' );
		if ( null === $this->desk()->find( $id ) ) {
			return $this->noSuchCase();
		}
		$this->desk()->diagnose( $id, get_current_user_id() );
		return $this->state( $id );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function resolve( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id = (int) Route::fromPath( $request, 'id' );
		if ( null === $this->desk()->find( $id ) ) {
			return $this->noSuchCase();
		}
		$this->desk()->resolve( $id, get_current_user_id(), sanitize_textarea_field( Route::text( $request, 'note' ) ) );
		return $this->state( $id );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function dispute( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$case = $this->desk()->find( (int) Route::fromPath( $request, 'id' ) );
		if ( null === $case ) {
			return $this->noSuchCase();
		}
		return $this->desk()->dispute( $case, get_current_user_id(), Route::text( $request, 'right_cause' ), sanitize_textarea_field( Route::text( $request, 'note' ) ) )
			? $this->state( $case->id )
			: Reply::refusal( 'not-noted', __( 'Nothing was noted: there is no diagnosis yet, there is no such cause, or the same was said of this diagnosis before.', 'causeway' ), 409 );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function recorder( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$case = $this->desk()->find( (int) Route::fromPath( $request, 'id' ) );
		if ( null === $case ) {
			return $this->noSuchCase();
		}
		$flights = ( $this->flights )();
		if ( ! Route::flag( $request, 'armed' ) ) {
			$flights->disarm( $case, get_current_user_id() );
			return Reply::with( [ 'armedUntil' => null ] );
		}
		$until = $flights->arm( $case, get_current_user_id() );
		return 0 === $until
			? Reply::refusal( 'not-armed', __( 'The recorder stays off: this person has no WordPress user, or it is on for five people already. Switch it off for one of them, or wait until their day is over.', 'causeway' ), 409 )
			: Reply::with( [ 'armedUntil' => $until ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function reply( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$case = $this->desk()->find( (int) Route::fromPath( $request, 'id' ) );
		if ( null === $case ) {
			return $this->noSuchCase();
		}
		$problem = ( $this->replies )()->send( $case, get_current_user_id(), sanitize_text_field( Route::text( $request, 'subject' ) ), sanitize_textarea_field( Route::text( $request, 'body' ) ) );
		return '' === $problem ? $this->state( $case->id ) : Reply::refusal( 'not-sent', $problem, 409 );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function step( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id    = (int) Route::fromPath( $request, 'id' );
		$step  = Route::fromPath( $request, 'step' );
		$isDry = Route::flag( $request, 'dry_run' );
		if ( Route::flag( $request, 'done' ) && ! $isDry ) {
			return $this->outcome( $this->desk()->markStepDone( $id, $step, get_current_user_id() ) );
		}
		if ( ! current_user_can( 'causeway_apply_fixes' ) ) {
			return Reply::refusal( 'forbidden', __( 'You may look at cases, but not change other systems. Ask somebody who may apply fixes.', 'causeway' ), 403 );
		}
		if ( ! $isDry ) {
			return $this->outcome( $this->desk()->runStep( $id, $step, get_current_user_id(), Route::text( $request, 'fingerprint' ) ) );
		}
		return $this->preview( $this->desk()->previewStep( $id, $step, get_current_user_id() ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function undo( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id   = (int) Route::fromPath( $request, 'id' );
		$step = Route::fromPath( $request, 'step' );
		return Route::flag( $request, 'dry_run' )
			? $this->preview( $this->desk()->previewUndo( $id, $step ) )
			: $this->outcome( $this->desk()->undoStep( $id, $step, get_current_user_id(), Route::text( $request, 'fingerprint' ) ) );
	}

	private function preview( StepPreview $preview ): \WP_REST_Response|\WP_Error {
		if ( ! $preview->canRun() ) {
			return Reply::refusal( $preview->reason, $preview->message, self::STATUS[ $preview->reason ] ?? 409 );
		}
		return Reply::with(
			[
				'step'        => $preview->step,
				'summary'     => $preview->summary,
				'before'      => (object) $preview->before,
				'after'       => (object) $preview->after,
				'reversible'  => $preview->reversible,
				'fingerprint' => $preview->fingerprint,
			]
		);
	}

	private function outcome( StepOutcome $outcome ): \WP_REST_Response|\WP_Error {
		if ( 'done' !== $outcome->state && null === $outcome->caseState ) {
			return Reply::refusal( $outcome->reason, $outcome->message, self::STATUS[ $outcome->reason ] ?? 409 );
		}
		return Reply::with(
			[
				'step'      => $outcome->step,
				'state'     => $outcome->state,
				'reason'    => $outcome->reason,
				'message'   => $outcome->message,
				'caseState' => $outcome->caseState?->value,
			]
		);
	}

	private function state( int $id ): \WP_REST_Response|\WP_Error {
		$case = $this->desk()->find( $id );
		return null === $case ? $this->noSuchCase() : Reply::with(
			[
				'id'    => $case->id,
				'state' => $case->state->value,
			]
		);
	}

	private function desk(): CaseDesk {
		return ( $this->desk )();
	}

	private function noSuchCase(): \WP_Error {
		return Reply::refusal( 'unknown-case', __( 'There is no such case.', 'causeway' ), 404 );
	}
}
