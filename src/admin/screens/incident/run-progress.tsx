import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { Moment } from '../../components/moment';
import { formatNumber, peopleCount } from '../../components/words';

import type { BulkRun } from '../../data/types';
import type { PollingStatus } from '../../data/use-polling';

interface RunProgressProps {
	readonly run: BulkRun;
	readonly stepTitle: string;
	readonly status: PollingStatus;
	readonly onLook: () => void;
}

/** How far a step for everybody has come. It runs in the background: whoever leaves the page finds it here again. */
export const RunProgress = ( { run, stepTitle, status, onLook }: RunProgressProps ) => {
	const gone = run.done + run.failedCount;
	return (
		<div className={ `causeway-progress ${ run.finishedAt === null ? '' : 'causeway-progress--resolved' }` }>
			<p>
				<strong>{ stepTitle }</strong>{ ' ' }
				<span className="causeway-quiet">
					{
						/* translators: %s: name of a person. */
						sprintf( __( 'started by %s', 'causeway' ), run.by )
					}{ ' ' }
					<Moment at={ run.startedAt } />
				</span>
			</p>
			{ run.finishedAt === null && <progress className="causeway-run" max={ Math.max( run.total, gone ) } value={ gone } aria-label={ stepTitle } /> }
			<p>
				{ run.finishedAt === null
					? sprintf(
							/* translators: 1: number of people who are done, 2: number of all people. */
							__( '%1$s of %2$s. It goes on in the background; you can leave this page.', 'causeway' ),
							formatNumber( gone ),
							peopleCount( Math.max( run.total, gone ) )
					  )
					: sprintf(
							/* translators: %s: number of people, such as "12 people". */
							__( 'Done for %s. Fresh looks now prove, one by one, whether they can log in.', 'causeway' ),
							peopleCount( run.done )
					  ) }
				{ run.failedCount > 0 && (
					<>
						{ ' ' }
						{
							/* translators: %s: number of people, such as "12 people". */
							sprintf( __( 'It could not be done for %s; they are listed below.', 'causeway' ), peopleCount( run.failedCount ) )
						}
					</>
				) }
			</p>
			{ status === 'stopped' && (
				<p>
					{ __( 'This page has stopped looking by itself; the work goes on in the background.', 'causeway' ) }{ ' ' }
					<Button variant="link" onClick={ onLook }>
						{ __( 'Look now', 'causeway' ) }
					</Button>
				</p>
			) }
		</div>
	);
};
