<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Incidents\BulkRun;
use Causeway\Incidents\Incident;
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
		$steps = [
			...$one,
			'dry_run' => [
				'type'    => 'boolean',
				'default' => false,
			],
		];
		Route::add( 'POST', $path, 'causeway_apply_fixes', $steps, $this->about( $this->run( ... ) ) );
		Route::add( 'POST', $path . '/undo', 'causeway_apply_fixes', $steps, $this->about( $this->undo( ... ) ) );
		Route::add( 'DELETE', $path, 'causeway_apply_fixes', $one, $this->about( $this->stop( ... ) ) );
	}

	/**
	 * Finds the incident that is named.
	 *
	 * @param \Closure(Incident, string, bool): (\WP_REST_Response|\WP_Error) $answer Takes it, the step, and whether nothing is to be changed.
	 * @return \Closure(\WP_REST_Request<array<string, mixed>>): (\WP_REST_Response|\WP_Error)
	 */
	private function about( \Closure $answer ): \Closure {
		return function ( \WP_REST_Request $request ) use ( $answer ): \WP_REST_Response|\WP_Error {
			$incident = ( $this->desk )()->find( (int) Route::fromPath( $request, 'id' ) );
			return null === $incident
				? Reply::refusal( 'unknown-incident', __( 'There is no such incident.', 'causeway' ), 404 )
				: $answer( $incident, Route::fromPath( $request, 'step' ), Route::flag( $request, 'dry_run' ) );
		};
	}

	private function run( Incident $incident, string $step, bool $isDry ): \WP_REST_Response|\WP_Error {
		$desk = ( $this->desk )();
		if ( ! $desk->isRunnable( $incident, $step ) ) {
			return Reply::refusal( 'not-runnable', __( 'This step is done by a person, in the other system.', 'causeway' ), 409 );
		}
		if ( $isDry ) {
			return self::preview( $step, $incident->waiting, $desk->preview( $incident, $step ) );
		}
		$run = $desk->start( $incident, $step, get_current_user_id() );
		return null === $run ? Reply::refusal( 'closed', __( 'Nobody of this incident is kept out any more.', 'causeway' ), 409 ) : self::started( $run );
	}

	private function undo( Incident $incident, string $step, bool $isDry ): \WP_REST_Response|\WP_Error {
		$desk = ( $this->desk )();
		$last = $incident->run?->step === $step && $desk->isUndoable( $incident ) ? $incident->run : null;
		if ( null !== $last && $isDry ) {
			return self::preview( $step, $last->done, $desk->previewUndo( $incident ) );
		}
		$run = null === $last ? null : $desk->startUndo( $incident, get_current_user_id() );
		return null === $run ? Reply::refusal( 'not-undoable', __( 'There is nothing of this step that Causeway can take back.', 'causeway' ), 409 ) : self::started( $run );
	}

	private function stop( Incident $incident, string $step ): \WP_REST_Response|\WP_Error {
		return $incident->run?->step === $step && ( $this->desk )()->stop( $incident )
			? Reply::with( [ 'stopped' => true ] )
			: Reply::refusal( 'not-running', __( 'This step is not running any more.', 'causeway' ), 409 );
	}

	/**
	 * @param int                        $people   Whom it would concern.
	 * @param list<array<string, mixed>> $previews Of the first few.
	 */
	private static function preview( string $step, int $people, array $previews ): \WP_REST_Response {
		return Reply::with(
			[
				'step'     => $step,
				'waiting'  => $people,
				'previews' => $previews,
			]
		);
	}

	private static function started( BulkRun $run ): \WP_REST_Response {
		return Reply::with( [ 'run' => $run->toArray() ], 202 );
	}
}
