import { __, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { ReadSteps } from '../../components/steps';
import { detectionWord } from '../../components/words';
import { boot } from '../../data/boot';
import { readCatalogEntry } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { everyCase, wholeCatalog } from '../../routing/view';
import { BackToCatalog } from './back';

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
			above={ <BackToCatalog /> }
			lead={ <Lead entry={ entry } isLoading={ loaded.status === 'loading' } /> }
		>
			{ loaded.status === 'loading' && (
				<div className="causeway-case">
					<Skeleton bars={ [ 140, 480 ] } />
					<Skeleton bars={ [ 140, 200 ] } />
				</div>
			) }
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

const Lead = ( { entry, isLoading }: { readonly entry: CatalogEntry | null; readonly isLoading: boolean } ) => {
	if ( entry !== null ) {
		return <Facts entry={ entry } />;
	}
	return isLoading ? <div className="causeway-case__facts causeway-skeleton__bar" aria-hidden="true" /> : null;
};

const Facts = ( { entry }: { readonly entry: CatalogEntry } ) => (
	<ul className="causeway-case__facts">
		<li>
			<ViewLink to={ { screen: 'catalog', ...wholeCatalog, system: entry.system } }>{ entry.systemTitle }</ViewLink>
		</li>
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
			<Panel title={ __( 'How it is found', 'causeway' ) }>
				<HowFound entry={ entry } />
			</Panel>
			<Panel title={ __( 'How it shows itself', 'causeway' ) }>
				{ entry.symptoms.length === 0 ? (
					<p>{ __( 'It shows no message of its own: it is found by looking.', 'causeway' ) }</p>
				) : (
					<Sentences items={ entry.symptoms.map( ( symptom ) => <Symptom key={ symptom.symptom } symptom={ symptom } /> ) } />
				) }
			</Panel>
			{ entry.rivals.length > 0 && (
				<Panel title={ __( 'What it could be mistaken for', 'causeway' ) }>
					<ul className="causeway-rivals">
						{ entry.rivals.map( ( rival ) => (
							<li key={ `${ rival.system }/${ rival.cause }` }>
								<ViewLink to={ { screen: 'entry', system: rival.system, cause: rival.cause } }>
									{ rival.system === entry.system ? rival.title : `${ rival.title } (${ rival.systemTitle })` }
								</ViewLink>
							</li>
						) ) }
					</ul>
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

const HowFound = ( { entry }: { readonly entry: CatalogEntry } ) => (
	<>
		<p>
			<span className={ `causeway-detection causeway-detection--${ entry.detection }` }>{ detectionWord( entry.detection ) }</span>
		</p>
		<p>{ detectionMeaning( entry ) }</p>
		{ entry.missingSystems
			.filter( ( { isLocal } ) => ! isLocal && boot().can.manageConnections )
			.map( ( { system, title } ) => (
				<p key={ system }>
					<ViewLink to={ { screen: 'connections', edit: system } } className="components-button is-secondary is-compact">
						{
							/* translators: %s: name of a product, such as Zoho CRM. */
							sprintf( __( 'Connect %s', 'causeway' ), title )
						}
					</ViewLink>
				</p>
			) ) }
	</>
);

const detectionMeaning = ( { detection, missingSystems }: CatalogEntry ): string => {
	switch ( detection ) {
		case 'proof':
			return __( 'As soon as somebody is refused, Causeway looks, and says whether it is this one.', 'causeway' );
		case 'suspicion':
			return __( 'Causeway looks and names it where everything speaks for it. Nothing that can be read proves it.', 'causeway' );
		case 'message':
			return __( 'What the person was shown tells. It is read at the moment of the refusal, or pasted under Explain.', 'causeway' );
		case 'connection': {
			const names = missingSystems.map( ( { title } ) => title ).join( ', ' );
			return missingSystems.some( ( { isLocal } ) => isLocal )
				? /* translators: %s: names of products, such as Zoho CRM. */
				  sprintf( __( 'It lies in what this site does not have: %s.', 'causeway' ), names )
				: /* translators: %s: names of products, such as Zoho CRM. */
				  sprintf( __( 'It stays a guess until Causeway can look into %s.', 'causeway' ), names );
		}
	}
};

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
		{ symptom.isOpaque && <span className="causeway-quiet"> ({ __( 'other causes too', 'causeway' ) })</span> }
	</>
);
