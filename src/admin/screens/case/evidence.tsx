import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check, closeSmall, help } from '@wordpress/icons';

import { Moment } from '../../components/moment';

import type { Diagnosis, Finding } from '../../data/types';

/** After this long a finding is called old, while the case goes on: the other system may have changed since. */
const freshForSeconds = 3600;

interface EvidenceTableProps {
	readonly findings: readonly Finding[];
	readonly systemTitle: ( system: string ) => string;
}

export const EvidenceTable = ( { findings, systemTitle }: EvidenceTableProps ) => (
	<table className="causeway-table causeway-evidence">
		<caption className="screen-reader-text">{ __( 'Findings that the diagnosis stands on', 'causeway' ) }</caption>
		<thead>
			<tr>
				<th scope="col">{ __( 'Found', 'causeway' ) }</th>
				<th scope="col">{ __( 'Source', 'causeway' ) }</th>
				<th scope="col">{ __( 'Seen', 'causeway' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ findings.map( ( finding ) => (
				<tr key={ `${ finding.system }:${ finding.finding }` }>
					<td>
						<FindingSentence finding={ finding } />
					</td>
					<td data-label={ __( 'Source', 'causeway' ) }>
						{ systemTitle( finding.system ) }
						{ finding.source !== systemTitle( finding.system ) && <span className="causeway-evidence__second">{ finding.source }</span> }
					</td>
					<td data-label={ __( 'Seen', 'causeway' ) }>
						{ finding.observedAt > 0 ? <Moment at={ finding.observedAt } /> : '–' }
						{ finding.observedAt > 0 && isOld( finding.observedAt ) && (
							<span className="causeway-evidence__second">{ __( 'may be out of date', 'causeway' ) }</span>
						) }
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);

const isOld = ( observedAt: number ): boolean => Date.now() / 1000 - observedAt > freshForSeconds;

const valueWord = ( value: string ): string => {
	switch ( value ) {
		case 'true':
			return __( 'Yes', 'causeway' );
		case 'false':
			return __( 'No', 'causeway' );
		default:
			return __( 'Not known', 'causeway' );
	}
};

const valueIcons = { true: check, false: closeSmall, unknown: help } as const;

const FindingSentence = ( { finding }: { readonly finding: Finding } ) => {
	const value = finding.value === 'true' || finding.value === 'false' ? finding.value : 'unknown';
	return (
		<div className={ `causeway-finding causeway-finding--${ value }` }>
			<Icon icon={ valueIcons[ value ] } size={ 20 } />
			<div>
				<span className="screen-reader-text">{ valueWord( finding.value ) }: </span>
				{ finding.sentence }
				{ finding.detail !== '' && <span className="causeway-evidence__second">{ finding.detail }</span> }
				{ value === 'unknown' && finding.reason !== '' && <span className="causeway-evidence__second">{ finding.reason }</span> }
				<code className="causeway-finding__key">{ `${ finding.finding } = ${ value }` }</code>
			</div>
		</div>
	);
};

export const RuledOut = ( { ruledOut }: { readonly ruledOut: Diagnosis[ 'ruledOut' ] } ) => (
	<ul className="causeway-ruled-out">
		{ ruledOut.map( ( { system, cause, title, because } ) => (
			<li key={ `${ system }/${ cause }` }>
				<strong>{ title }</strong>
				{ because.map( ( reason ) => (
					<span key={ reason }>{ reason }</span>
				) ) }
			</li>
		) ) }
	</ul>
);

export const NotLookedAt = ( { unknown }: { readonly unknown: Diagnosis[ 'unknown' ] } ) => (
	<ul className="causeway-ruled-out">
		{ unknown.map( ( { what, why } ) => (
			<li key={ what }>
				<strong>{ what }</strong>
				<span>{ why }</span>
			</li>
		) ) }
	</ul>
);

interface FoldProps {
	readonly title: string;
	readonly count: number;
	readonly children: JSX.Element;
}

/** Closed at first: there for those who doubt. */
export const Fold = ( { title, count, children }: FoldProps ) => (
	<details className="causeway-fold">
		<summary>
			{
				/* translators: 1: title of a list, 2: number of its entries. */
				sprintf( __( '%1$s (%2$d)', 'causeway' ), title, count )
			}
		</summary>
		{ children }
	</details>
);
