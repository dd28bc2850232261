import { Icon } from '@wordpress/components';
import { __, isRTL } from '@wordpress/i18n';
import { arrowLeft, arrowRight } from '@wordpress/icons';

import { Failure } from '../../components/failure';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { ReadSteps } from '../../components/steps';
import { readCatalogEntry } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';

import type { ReactNode } from 'react';
import type { CatalogEntry } from '../../data/queries';

/** The page of one cause: what it is, how it shows, what helps. For everybody, so it names nobody. */
export const EntryScreen = ( { system, cause }: { readonly system: string; readonly cause: string } ) => {
	const { loaded, retry } = useQuestion( `${ system }/${ cause }`, () => readCatalogEntry( system, cause ) );
	const entry = loaded.status === 'ready' ? loaded.value : null;
	const title = entry?.title ?? __( 'Cause', 'causeway' );
	return (
		<Page
			title={ title }
			tabTitle={ title }
			above={
				<p className="causeway-back">
					<ViewLink to={ { screen: 'catalog', search: '', system: '' } }>
						<Icon icon={ isRTL() ? arrowRight : arrowLeft } size={ 20 } />
						{ __( 'Whole catalog', 'causeway' ) }
					</ViewLink>
				</p>
			}
			lead={ entry === null ? undefined : <Facts entry={ entry } /> }
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 140, 320 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && loaded.value === null && (
				<div className="causeway-empty">
					<h2>{ __( 'This cause is not in the catalog', 'causeway' ) }</h2>
					<p>{ __( 'The plugin that added it may have gone, or it has another name now. Look for it in the whole catalog.', 'causeway' ) }</p>
				</div>
			) }
			{ entry !== null && <Entry entry={ entry } /> }
		</Page>
	);
};

const Facts = ( { entry }: { readonly entry: CatalogEntry } ) => (
	<ul className="causeway-case__facts">
		<li>{ entry.systemTitle }</li>
		<li>{ entry.scope === 'everybody' ? __( 'Keeps everybody out at once', 'causeway' ) : __( 'Keeps one person out', 'causeway' ) }</li>
		<li>
			<ViewLink to={ { screen: 'cases', ...everyCase, state: 'all', cause: `${ entry.system }/${ entry.cause }` } }>{ __( 'Cases with this cause', 'causeway' ) }</ViewLink>
		</li>
	</ul>
);

const Entry = ( { entry }: { readonly entry: CatalogEntry } ) => (
	<div className="causeway-case">
		<div>
			<Panel title={ __( 'What it means', 'causeway' ) }>
				<p>{ entry.meaning }</p>
			</Panel>
			<Panel title={ __( 'How to fix it', 'causeway' ) }>
				<ReadSteps
					steps={ entry.fixPath.map( ( step ) => ( {
						...step,
						note: step.isConditional ? __( 'Only some cases need this step; a case shows it where it is one of them.', 'causeway' ) : '',
					} ) ) }
					systemTitle={ entry.systemTitle }
				/>
			</Panel>
			{ entry.prevention.length > 0 && (
				<Panel title={ __( 'How to keep it from happening again', 'causeway' ) }>
					<Sentences items={ entry.prevention } />
				</Panel>
			) }
		</div>
		<div className="causeway-case__side">
			<Panel title={ __( 'How it shows itself', 'causeway' ) }>
				{ entry.symptoms.length === 0 && <p>{ __( 'It refuses nobody by itself: it is found by looking.', 'causeway' ) }</p> }
				<Sentences items={ entry.symptoms.map( ( symptom ) => <Symptom key={ symptom.symptom } symptom={ symptom } /> ) } />
			</Panel>
			{ entry.rivals.length > 0 && (
				<Panel title={ __( 'What it could be mistaken for', 'causeway' ) }>
					<Sentences
						items={ entry.rivals.map( ( rival ) => (
							<ViewLink key={ rival.cause } to={ { screen: 'entry', system: rival.system, cause: rival.cause } }>
								{ rival.title }
							</ViewLink>
						) ) }
					/>
				</Panel>
			) }
			<Panel title={ __( 'What the person is told', 'causeway' ) }>
				<dl className="causeway-facts">
					<dt>{ __( 'At the login form, to anybody', 'causeway' ) }</dt>
					<dd>{ entry.texts.anonymous }</dd>
					<dt>{ __( 'Once the password is proved', 'causeway' ) }</dt>
					<dd>{ entry.texts.proven }</dd>
					<dt>{ __( 'By mail', 'causeway' ) }</dt>
					<dd>{ entry.texts.mail }</dd>
				</dl>
			</Panel>
		</div>
	</div>
);

const Sentences = ( { items }: { readonly items: readonly ReactNode[] } ) => (
	<ul className="causeway-sentences">
		{ items.map( ( item, index ) => (
			<li key={ index }>{ item }</li>
		) ) }
	</ul>
);

const Symptom = ( { symptom }: { readonly symptom: CatalogEntry[ 'symptoms' ][ number ] } ) => (
	<>
		{ symptom.title }
		{ symptom.codes.map( ( code ) => (
			<code key={ code } className="causeway-finding__key" dir="ltr">
				{ code }
			</code>
		) ) }
	</>
);
