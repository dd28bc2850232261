<?php

declare(strict_types=1);

namespace Causeway\Privacy;

/** Enters Causeway into WordPress's own tools for personal data: export, erasure, and the privacy policy's paragraph. */
final class PrivacyTools {

	/** @param \Closure(): PersonalData $data Made only when somebody asks: every admin page registers this. */
	public function __construct( private readonly \Closure $data ) {}

	public function hooks(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->addExporter( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->addEraser( ... ) );
		add_action( 'admin_init', $this->suggestPolicy( ... ) );
	}

	/**
	 * @param array<mixed> $exporters
	 * @return array<mixed>
	 */
	private function addExporter( array $exporters ): array {
		$exporters['causeway'] = [
			'exporter_friendly_name' => __( 'Causeway: refused logins', 'causeway' ),
			'callback'               => fn ( string $email, int $page = 1 ): array => ( $this->data )()->export( $email, $page ),
		];
		return $exporters;
	}

	/**
	 * @param array<mixed> $erasers
	 * @return array<mixed>
	 */
	private function addEraser( array $erasers ): array {
		$erasers['causeway'] = [
			'eraser_friendly_name' => __( 'Causeway: refused logins', 'causeway' ),
			'callback'             => fn ( string $email, int $page = 1 ): array => ( $this->data )()->erase( $email ),
		];
		return $erasers;
	}

	private function suggestPolicy(): void {
		wp_add_privacy_policy_content(
			'Causeway',
			wp_kses_post(
				'<p>' . __( 'When a login is refused, this site keeps for 30 days: the time, a random reference, the kind of refusal, and, where the name you typed belongs to an account, which one. A name that belongs to no account is kept only in a form from which it cannot be read back. Passwords are never kept. What was found out and done about it is kept for 180 days after the trouble ended.', 'causeway' ) . '</p>'
			)
		);
	}
}
