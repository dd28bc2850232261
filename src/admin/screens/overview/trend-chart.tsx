import { useId } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { dateI18n } from '@wordpress/date';

import { formatNumber } from '../../components/words';

import type { TrendDay } from '../../data/types';

/** Half a day after midnight UTC, so that no time zone moves it to another day. */
const dateOf = ( day: string ): string => `${ day }T12:00:00Z`;

const shortDay = ( day: string ): string => dateI18n( __( 'j M', 'causeway' ), dateOf( day ), true );

/** The next round number, so that the scale reads well. */
export const scaleTop = ( most: number ): number => {
	const step = 10 ** Math.floor( Math.log10( Math.max( 1, most ) ) );
	return Math.max( 4, [ 1, 2, 4, 5, 10 ].map( ( factor ) => factor * step ).find( ( top ) => top >= most ) ?? most );
};

const height = 120;
const dayWidth = 20;
const barWidth = 14;

export const TrendChart = ( { days }: { readonly days: readonly TrendDay[] } ) => {
	const most = Math.max( 0, ...days.map( ( { refusals } ) => refusals ) );
	const busiest = days.find( ( { refusals } ) => refusals === most );
	const today = days.at( -1 );
	return most === 0 || busiest === undefined || today === undefined ? (
		<p className="causeway-quiet">{ __( 'Nobody was refused in these days.', 'causeway' ) }</p>
	) : (
		<Bars days={ days } busiest={ busiest } today={ today } />
	);
};

interface BarsProps {
	readonly days: readonly TrendDay[];
	readonly busiest: TrendDay;
	readonly today: TrendDay;
}

/** Refusals a day as bars; the same numbers as a table for whoever does not see them, or wants them exact. */
const Bars = ( { days, busiest, today }: BarsProps ) => {
	const caption = useId();
	const top = scaleTop( busiest.refusals );
	return (
		<figure className="causeway-trend">
			<figcaption id={ caption }>
				{ sprintf(
					/* translators: 1: number of refusals, 2: a day, such as 24 Nov, 3: number of refusals today. */
					__( 'Most on %2$s: %1$s. Today so far: %3$s.', 'causeway' ),
					formatNumber( busiest.refusals ),
					shortDay( busiest.day ),
					formatNumber( today.refusals )
				) }
			</figcaption>
			<div className="causeway-trend__plot" aria-hidden="true">
				<span className="causeway-trend__top">{ formatNumber( top ) }</span>
				<span className="causeway-trend__zero">0</span>
				<svg viewBox={ `0 0 ${ days.length * dayWidth } ${ height }` } preserveAspectRatio="none">
					<path className="causeway-trend__grid" d={ `M0 0.5H${ days.length * dayWidth }M0 ${ height / 2 }H${ days.length * dayWidth }` } />
					{ days.map( ( { day, refusals, people }, index ) => (
						<g key={ day }>
							<Bar kind="refusals" index={ index } share={ refusals / top } />
							<Bar kind="people" index={ index } share={ people / top } />
							<rect x={ index * dayWidth } y={ 0 } width={ dayWidth } height={ height } fill="transparent">
								<title>{ dayText( { day, refusals, people } ) }</title>
							</rect>
						</g>
					) ) }
					<path className="causeway-trend__base" d={ `M0 ${ height - 0.5 }H${ days.length * dayWidth }` } />
				</svg>
				<div className="causeway-trend__days">
					{ days.map( ( { day }, index ) => (
						<span key={ day }>{ ( days.length - 1 - index ) % 3 === 0 ? shortDay( day ) : '' }</span>
					) ) }
				</div>
				<ul className="causeway-trend__legend">
					<li className="causeway-trend__key causeway-trend__key--refusals">{ __( 'Refusals', 'causeway' ) }</li>
					<li className="causeway-trend__key causeway-trend__key--people">{ __( 'Different people', 'causeway' ) }</li>
				</ul>
			</div>
			<details className="causeway-fold">
				<summary>{ __( 'Show the numbers', 'causeway' ) }</summary>
				<table className="causeway-trend__table" aria-labelledby={ caption }>
					<thead>
						<tr>
							<th scope="col">{ __( 'Day', 'causeway' ) }</th>
							<th scope="col">{ __( 'Refusals', 'causeway' ) }</th>
							<th scope="col">{ __( 'Different people', 'causeway' ) }</th>
						</tr>
					</thead>
					<tbody>
						{ [ ...days ].reverse().map( ( { day, refusals, people } ) => (
							<tr key={ day }>
								<th scope="row">{ shortDay( day ) }</th>
								<td>{ formatNumber( refusals ) }</td>
								<td>{ formatNumber( people ) }</td>
							</tr>
						) ) }
					</tbody>
				</table>
			</details>
		</figure>
	);
};

const dayText = ( { day, refusals, people }: TrendDay ): string =>
	sprintf(
		/* translators: 1: a day, such as 24 Nov, 2: number of refusals, 3: number of different people. */
		__( '%1$s: %2$s refusals, %3$s different people', 'causeway' ),
		shortDay( day ),
		formatNumber( refusals ),
		formatNumber( people )
	);

interface BarProps {
	readonly kind: 'refusals' | 'people';
	readonly index: number;
	/** Of the whole height, 0 to 1. */
	readonly share: number;
}

const Bar = ( { kind, index, share }: BarProps ) => (
	<rect
		className={ `causeway-trend__bar causeway-trend__bar--${ kind }` }
		x={ index * dayWidth + ( dayWidth - barWidth ) / 2 }
		y={ height * ( 1 - share ) }
		width={ barWidth }
		height={ height * share }
	/>
);
