<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Incidents\IncidentDesk;

/** `POST /incidents/<id>/steps/<step>`: one step for everybody of an incident, previewed and then run in the background; `DELETE` ends the run, `POST …/undo` takes back what it did. */
final class IncidentRoutes {

	/** @param \Closure(): IncidentDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		$path = '/incidents/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})';
		$one  = [
			'id'   => [
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			],
			'step' => [
				'type'     => 'string',
				'required' => true,
			],
		];
		Route::add(
			'POST',
			$path,
			'causeway_apply_fixes',
			[
				...$one,
				'dry_run' => [
					'type'    => 'boolean',
					'default' => false,
				],
			],
			$this->run( ... )
		);
		Route::add(
			'POST',
			$path . '/undo',
			'causeway_apply_fixes',
			[
				...$one,
				'dry_run' => [
					'type'    => 'boolean',
					'default' => false,
				],
			],
			$this->undo( ... )
		);
		Route::add( 'DELETE', $path, 'causeway_apply_fixes', $one, $this->stop( ... ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function run( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$desk     = ( $this->desk )();
		$incident = $desk->find( (int) Route::fromPath( $request, 'id' ) );
		$step     = Route::fromPath( $request, 'step' );
		if ( null === $incident ) {
			return Reply::refusal( 'unknown-incident', __( 'There is no such incident.', 'causeway' ), 404 );
		}
		if ( ! $desk->isRunnable( $incident, $step ) ) {
			return Reply::refusal( 'not-runnable', __( 'This step is done by a person, in the other system.', 'causeway' ), 409 );
		}
		if ( Route::flag( $request, 'dry_run' ) ) {
			return Reply::with(
				[
					'step'     => $step,
					'waiting'  => $incident->waiting,
					'previews' => $desk->preview( $incident, $step ),
				]
			);
		}
		$run = $desk->start( $incident, $step, get_current_user_id() );
		return null === $run
			? Reply::refusal( 'closed', __( 'Nobody of this incident is kept out any more.', 'causeway' ), 409 )
			: Reply::with( [ 'run' => $run->toArray() ], 202 );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function undo( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$desk     = ( $this->desk )();
		$incident = $desk->find( (int) Route::fromPath( $request, 'id' ) );
		$step     = Route::fromPath( $request, 'step' );
		if ( null === $incident ) {
			return Reply::refusal( 'unknown-incident', __( 'There is no such incident.', 'causeway' ), 404 );
		}
		if ( $incident->run?->step !== $step || ! $desk->isUndoable( $incident ) ) {
			return Reply::refusal( 'not-undoable', __( 'There is nothing of this step that Causeway can take back.', 'causeway' ), 409 );
		}
		if ( Route::flag( $request, 'dry_run' ) ) {
			return Reply::with(
				[
					'step'     => $step,
					'waiting'  => $incident->run->done,
					'previews' => $desk->previewUndo( $incident ),
				]
			);
		}
		$run = $desk->startUndo( $incident, get_current_user_id() );
		return null === $run
			? Reply::refusal( 'not-undoable', __( 'There is nothing of this step that Causeway can take back.', 'causeway' ), 409 )
			: Reply::with( [ 'run' => $run->toArray() ], 202 );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function stop( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$desk     = ( $this->desk )();
		$incident = $desk->find( (int) Route::fromPath( $request, 'id' ) );
		if ( null === $incident ) {
			return Reply::refusal( 'unknown-incident', __( 'There is no such incident.', 'causeway' ), 404 );
		}
		return $incident->run?->step === Route::fromPath( $request, 'step' ) && $desk->stop( $incident )
			? Reply::with( [ 'stopped' => true ] )
			: Reply::refusal( 'not-running', __( 'This step is not running any more.', 'causeway' ), 409 );
	}
}
