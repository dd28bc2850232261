import { __, sprintf } from '@wordpress/i18n';

import { Panel } from '../../components/page';
import { durationWord, formatNumber } from '../../components/words';

import type { OverviewTrend } from '../../data/types';

const percent = ( share: number ): string => share.toLocaleString( document.documentElement.lang || undefined, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 } );

/** How good the answers are, told as plainly as what they say of others. */
export const Meter = ( { meter }: Pick< OverviewTrend, 'meter' > ) => (
	<Panel title={ __( 'How good the answers are', 'causeway' ) } aside={ <span className="causeway-panel__aside">{ __( '30 days', 'causeway' ) }</span> }>
		<dl className="causeway-meter">
			<div>
				<dt>{ __( 'Refusals whose message is not known', 'causeway' ) }</dt>
				<dd>{ percent( meter.unexplainedShare ) }</dd>
			</div>
			<div>
				<dt>{ __( 'Half of the cases are over within', 'causeway' ) }</dt>
				<dd>{ meter.medianFixSeconds === null ? __( 'none yet', 'causeway' ) : durationWord( meter.medianFixSeconds ) }</dd>
			</div>
			<div>
				<dt>{ __( 'Diagnoses marked as wrong', 'causeway' ) }</dt>
				<dd>
					{ meter.diagnoses === 0
						? __( 'none yet', 'causeway' )
						: sprintf(
								/* translators: 1: number of wrong diagnoses, 2: number of all diagnoses. */
								__( '%1$s of %2$s', 'causeway' ),
								formatNumber( meter.disputed ),
								formatNumber( meter.diagnoses )
						  ) }
				</dd>
			</div>
		</dl>
	</Panel>
);
