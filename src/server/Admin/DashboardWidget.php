<?php

declare(strict_types=1);

namespace Causeway\Admin;

use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Catalog;
use Causeway\Incidents\Incident;
use Causeway\Incidents\IncidentDesk;

/** Who cannot log in, on WordPress's own dashboard. Asks the database only where the widget is drawn. */
final class DashboardWidget {

	private const MOST_CAUSES = 5;

	/**
	 * @param \Closure(): CaseDesk     $desk
	 * @param \Closure(): IncidentDesk $incidents
	 * @param \Closure(): Catalog      $catalog
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $incidents, private readonly \Closure $catalog ) {}

	public function hooks(): void {
		add_action( 'wp_dashboard_setup', $this->add( ... ) );
	}

	private function add(): void {
		if ( current_user_can( 'causeway_view' ) ) {
			wp_add_dashboard_widget( 'causeway_overview', __( 'Who cannot log in', 'causeway' ), $this->show( ... ) );
		}
	}

	private function show(): void {
		$overview = ( $this->desk )()->overview();
		if ( 'stalled' === $overview->pace ) {
			printf( '<div class="notice notice-error inline"><p>%s</p></div>', esc_html__( 'Background work stands still: refusals wait for their diagnosis.', 'causeway' ) );
		}
		if ( 0 === $overview->peopleLockedOut ) {
			printf( '<p>%s</p>', esc_html__( 'Nobody is locked out.', 'causeway' ) );
		} else {
			/* translators: %d: number of people */
			printf( '<p><strong>%s</strong></p>', esc_html( sprintf( _n( '%d person cannot log in.', '%d people cannot log in.', $overview->peopleLockedOut, 'causeway' ), $overview->peopleLockedOut ) ) );
		}
		$items = array_map( $this->incidentItem( ... ), ( $this->incidents )()->list( true, self::MOST_CAUSES ) );
		foreach ( array_slice( $overview->byCause, 0, self::MOST_CAUSES ) as $row ) {
			$address = 'screen=cases&cause=' . rawurlencode( $row['system'] . '/' . $row['cause'] );
			$items[] = self::item( $address, ( $this->catalog )()->texts( $row['system'], $row['cause'] )['title'], (string) $row['cases'] );
		}
		if ( [] !== $items ) {
			echo '<ul>', implode( '', $items ), '</ul>'; // Each made ready for printing by item().
		}
		printf( '<p><a href="%1$s">%2$s</a></p>', esc_url( admin_url( 'admin.php?page=' . Screens::PAGE ) ), esc_html__( 'Open the overview', 'causeway' ) );
	}

	private function incidentItem( Incident $incident ): string {
		return self::item(
			'incident=' . $incident->id,
			/* translators: %s: what is wrong */
			sprintf( __( 'Incident: %s', 'causeway' ), ( $this->catalog )()->texts( $incident->system, $incident->cause )['title'] ),
			(string) $incident->waiting
		);
	}

	/** @param string $query Of our page, ready to be joined. */
	private static function item( string $query, string $text, string $count ): string {
		return sprintf( '<li><a href="%1$s">%2$s</a> (%3$s)</li>', esc_url( admin_url( 'admin.php?page=' . Screens::PAGE . '&' . $query ) ), esc_html( $text ), esc_html( $count ) );
	}
}
