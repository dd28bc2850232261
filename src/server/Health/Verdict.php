<?php

declare(strict_types=1);

namespace Causeway\Health;

/** What one test of Site Health came to. */
final class Verdict {

	/**
	 * @param 'good'|'recommended'|'critical' $status
	 * @param string                          $text   Plain.
	 */
	public function __construct( public readonly string $status, public readonly string $label, public readonly string $text ) {}

	/**
	 * @param string $test   Name of the test.
	 * @param string $action HTML: a way on; '' for none.
	 * @return array{label: string, status: 'good'|'recommended'|'critical', badge: array{label: string, color: string}, description: string, actions: string, test: string} As `site_status_tests` wants it.
	 */
	public function toArray( string $test, string $action = '' ): array {
		return [
			'label'       => $this->label,
			'status'      => $this->status,
			'badge'       => [
				'label' => __( 'Logging in', 'causeway' ),
				'color' => 'blue',
			],
			'description' => '<p>' . esc_html( $this->text ) . '</p>',
			'actions'     => $action,
			'test'        => $test,
		];
	}
}
