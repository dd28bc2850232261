import { Button, Icon, Modal, Notice, TextareaControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import { arrowLeft, arrowRight } from '@wordpress/icons';

import { ConfidenceBadge, Reference, StateBadge } from '../../components/badges';
import { Failure, Stale } from '../../components/failure';
import { Moment } from '../../components/moment';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { attemptCount, confidenceMeaning } from '../../components/words';
import { success } from '../../data/answer';
import { boot } from '../../data/boot';
import { diagnose, markStepDone, resolve } from '../../data/commands';
import { readCase } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';
import { AttemptList, WhatWasSeen } from './attempts';
import { EvidenceTable, Fold, NotLookedAt, RuledOut } from './evidence';
import { DisputeDialog } from './dispute-dialog';
import { FixPath } from './fix-path';
import { FlightRecorder } from './recorder';
import { ReplyDialog } from './reply-dialog';
import { StepDialog } from './step-dialog';
import { newestFirst, Timeline } from './timeline';

import type { ReactNode, RefObject } from 'react';
import type { Answer } from '../../data/answer';
import type { CaseFile, Cause, Diagnosis, Step } from '../../data/types';
import type { PollingStatus } from '../../data/use-polling';

const backToList = (
	<p className="causeway-back">
		<ViewLink to={ { screen: 'cases', ...everyCase } }>
			<Icon icon={ isRTL() ? arrowRight : arrowLeft } size={ 20 } />
			{ __( 'All cases', 'causeway' ) }
		</ViewLink>
	</p>
);

export const CaseScreen = ( { id }: { readonly id: number } ) => {
	const { loaded, reload, retry } = useQuestion( String( id ), () => readCase( id ) );
	const file = loaded.status === 'ready' ? loaded.value : null;
	const polling = usePolling( {
		isDue: file !== null && file.nextLookAt !== null,
		restartKey: file === null ? '' : `${ file.state }/${ file.diagnosis?.id ?? '' }/${ file.nextLookAt ?? '' }`,
		onTick: reload,
	} );

	if ( loaded.status === 'ready' && loaded.value !== null ) {
		return <LoadedCase file={ loaded.value } staleBecause={ loaded.staleBecause } polling={ polling } reload={ reload } />;
	}
	const title = sprintf(
		/* translators: %d: number of a case. */
		__( 'Case %d', 'causeway' ),
		id
	);
	return (
		<Page
			title={ title }
			tabTitle={ title }
			above={ backToList }
			lead={ loaded.status === 'loading' ? <div className="causeway-case__facts causeway-skeleton__bar" aria-hidden="true" /> : undefined }
			actions={ loaded.status === 'loading' && boot().can.manageCases ? <ActionsToCome /> : undefined }
		>
			{ loaded.status === 'loading' && (
				<>
					<div className="causeway-case">
						<div className="causeway-case__main">
							<Skeleton bars={ [ 240, 320, 240 ] } />
						</div>
						<div className="causeway-case__side">
							<Skeleton bars={ [ 280, 280 ] } />
						</div>
					</div>
				</>
			) }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<div className="causeway-empty">
					<h2>{ __( 'There is no such case', 'causeway' ) }</h2>
					<p>{ __( 'It may have been removed when its time was over, or it belongs to another site. Search the list by reference, name or e-mail.', 'causeway' ) }</p>
					<ViewLink to={ { screen: 'cases', ...everyCase, state: 'all' } } className="components-button is-secondary">
						{ __( 'Show all cases', 'causeway' ) }
					</ViewLink>
				</div>
			) }
		</Page>
	);
};

/** The header's buttons while the case is read: in their place already, so that nothing moves. */
const ActionsToCome = () => (
	<>
		<Button variant="secondary" __next40pxDefaultSize disabled>
			{ __( 'Diagnose again', 'causeway' ) }
		</Button>
		<Button variant="tertiary" __next40pxDefaultSize disabled>
			{ __( 'Close case', 'causeway' ) }
		</Button>
	</>
);

interface LoadedCaseProps {
	readonly file: CaseFile;
	readonly staleBecause: string;
	readonly polling: { readonly status: PollingStatus; readonly restart: () => void };
	readonly reload: () => Promise< void >;
}

/** What a command came to, said once above the page. */
interface Report {
	readonly isGood: boolean;
	readonly text: string;
}

type Dialog =
	| { readonly kind: 'none' }
	| { readonly kind: 'step' | 'undo'; readonly step: Step; readonly systemTitle: string }
	| { readonly kind: 'close' }
	| { readonly kind: 'reply' }
	| { readonly kind: 'dispute' };

const LoadedCase = ( { file, staleBecause, polling, reload }: LoadedCaseProps ) => {
	const [ dialog, setDialog ] = useState< Dialog >( { kind: 'none' } );
	const [ report, setReport ] = useState< Report | null >( null );
	const [ isDiagnosing, setIsDiagnosing ] = useState( false );
	const progress = useRef< HTMLDivElement >( null );
	const { can } = boot();
	const isResolved = file.state === 'resolved';

	/** The button that opened the dialog is gone once its step is done; the focus goes on to what the step led to. */
	const closeDialog = () => {
		setDialog( { kind: 'none' } );
		window.setTimeout( () => {
			const page = progress.current?.ownerDocument;
			if ( page?.activeElement === page?.body ) {
				progress.current?.focus();
			}
		} );
	};
	const newest = file.attempts[ 0 ];

	/** Tells what came of a command, and shows the case as it is after it. */
	const settle = async ( answer: Answer< unknown >, text: string ) => {
		setReport( answer.ok ? { isGood: true, text } : { isGood: false, text: answer.message } );
		if ( answer.ok ) {
			await reload();
			polling.restart();
		}
	};

	const diagnoseAgain = async () => {
		setIsDiagnosing( true );
		setReport( null );
		await settle( await diagnose( file.id ), __( 'Looked again. The page shows what is known now; the timeline tells what came of it.', 'causeway' ) );
		setIsDiagnosing( false );
	};

	const markDone = async ( step: Step ) => {
		const answer = await markStepDone( file.id, step.step );
		if ( answer.ok && answer.value.state !== 'done' ) {
			setReport( { isGood: false, text: answer.value.message } );
			return;
		}
		await settle( answer, __( 'Noted. Causeway looks whether the cause is gone.', 'causeway' ) );
	};

	return (
		<Page
			above={ backToList }
			tabTitle={ file.person.label }
			title={
				<>
					<bdi>{ file.person.label }</bdi> <StateBadge state={ file.state } />
				</>
			}
			lead={ <CaseFacts file={ file } /> }
			actions={
				can.manageCases && (
					<>
						<Button
							variant="secondary"
							__next40pxDefaultSize
							isBusy={ isDiagnosing }
							disabled={ isDiagnosing }
							accessibleWhenDisabled
							onClick={ () => void diagnoseAgain() }
						>
							{ isDiagnosing ? __( 'Looking…', 'causeway' ) : __( 'Diagnose again', 'causeway' ) }
						</Button>
						{ file.reply !== null && (
							<Button variant="secondary" __next40pxDefaultSize onClick={ () => setDialog( { kind: 'reply' } ) }>
								{ __( 'Tell the person', 'causeway' ) }
							</Button>
						) }
						{ ! isResolved && (
							<Button variant="tertiary" __next40pxDefaultSize onClick={ () => setDialog( { kind: 'close' } ) }>
								{ __( 'Close case', 'causeway' ) }
							</Button>
						) }
					</>
				)
			}
		>
			<Stale because={ staleBecause } />
			{ report !== null && (
				<Notice
					key={ report.text }
					status={ report.isGood ? 'success' : 'error' }
					className="causeway-notice"
					onRemove={ () => setReport( null ) }
				>
					<p>{ report.text }</p>
				</Notice>
			) }
			<Progress focusTarget={ progress } file={ file } status={ polling.status } onLook={ () => void reload().then( polling.restart ) } />
			{ file.incident !== null && <PartOfIncident id={ file.incident } /> }
			<Asked timeline={ file.timeline } />
			<div className="causeway-case">
				<div className="causeway-case__main">
					<DiagnosisPanels
						file={ file }
						isResolved={ isResolved }
						onPreview={ ( step, systemTitle ) => setDialog( { kind: 'step', step, systemTitle } ) }
						onUndo={ ( step, systemTitle ) => setDialog( { kind: 'undo', step, systemTitle } ) }
						onMarkDone={ markDone }
						onDispute={ () => setDialog( { kind: 'dispute' } ) }
					/>
					{ file.recorder !== null && (
						<Panel title={ __( 'Who answers at the login', 'causeway' ) }>
							<FlightRecorder caseId={ file.id } recorder={ file.recorder } canSwitch={ can.manageCases } onSwitched={ settle } />
						</Panel>
					) }
				</div>
				<div className="causeway-case__side">
					{ newest !== undefined && (
						<Panel title={ __( 'What the person saw', 'causeway' ) }>
							<WhatWasSeen attempt={ newest } />
							{ file.attempts.length > 1 && (
								<Fold title={ __( 'Newest attempts', 'causeway' ) } count={ file.attempts.length }>
									<AttemptList attempts={ file.attempts } />
								</Fold>
							) }
						</Panel>
					) }
					<Panel title={ __( 'Timeline', 'causeway' ) }>
						<Timeline entries={ file.timeline } />
					</Panel>
				</div>
			</div>
			{ ( dialog.kind === 'step' || dialog.kind === 'undo' ) && (
				<StepDialog
					caseId={ file.id }
					caseState={ file.state }
					step={ dialog.step }
					isUndo={ dialog.kind === 'undo' }
					isWatched={ polling.status !== 'stopped' }
					systemTitle={ dialog.systemTitle }
					onApplied={ () => void reload().then( polling.restart ) }
					onClose={ closeDialog }
				/>
			) }
			{ dialog.kind === 'reply' && file.reply !== null && (
				<ReplyDialog
					caseId={ file.id }
					reply={ file.reply }
					onClose={ closeDialog }
					onSent={ () => {
						closeDialog();
						void settle( success( null ), __( 'The mail was handed over. It is noted in the timeline.', 'causeway' ) );
					} }
				/>
			) }
			{ dialog.kind === 'dispute' && (
				<DisputeDialog
					caseId={ file.id }
					onClose={ closeDialog }
					onSent={ () => {
						closeDialog();
						void settle( success( null ), __( 'Noted. The overview counts it.', 'causeway' ) );
					} }
				/>
			) }
			{ dialog.kind === 'close' && (
				<CloseDialog
					caseId={ file.id }
					onClose={ closeDialog }
					onClosed={ ( answer ) => settle( answer, __( 'The case is closed. It opens again by itself when the person is refused again.', 'causeway' ) ) }
				/>
			) }
		</Page>
	);
};

/** One cause, several people: the fix for all of them is on one page. */
const PartOfIncident = ( { id }: { readonly id: number } ) => (
	<Notice status="warning" isDismissible={ false } className="causeway-notice">
		<p>
			{ __( 'Other people are kept out by the same cause.', 'causeway' ) }{ ' ' }
			<ViewLink to={ { screen: 'incident', id } }>{ __( 'Fix it for everybody', 'causeway' ) }</ViewLink>
		</p>
	</Notice>
);

/** The newest thing that the person asked for, where nobody has written to them since. */
const Asked = ( { timeline }: Pick< CaseFile, 'timeline' > ) => {
	const newest = newestFirst( timeline ).find( ( { kind } ) => kind === 'asked' || kind === 'told' );
	return newest?.kind !== 'asked' ? null : (
		<Notice status="info" isDismissible={ false } className="causeway-notice">
			<p>
				{ newest.text } <Moment at={ newest.at } />
			</p>
		</Notice>
	);
};

const CaseFacts = ( { file }: { readonly file: CaseFile } ) => {
	const { person } = file;
	return (
		<ul className="causeway-case__facts">
			{ file.reference !== '' && (
				<li>
					<Reference reference={ file.reference } />
				</li>
			) }
			{ person.email !== null && (
				<li>
					<bdi>{ person.email }</bdi>
				</li>
			) }
			{ person.profileUrl !== null && (
				<li>
					<a href={ person.profileUrl }>{ __( 'WordPress profile', 'causeway' ) }</a>
				</li>
			) }
			{ file.records.map( ( { system, systemTitle, url } ) => (
				<li key={ system }>
					<a href={ url } target="_blank" rel="noopener noreferrer">
						{
							/* translators: %s: name of a product, such as Zoho CRM. */
							sprintf( __( 'Contact in %s', 'causeway' ), systemTitle )
						}
						<span className="screen-reader-text"> { __( '(opens in a new tab)', 'causeway' ) }</span>
					</a>
				</li>
			) ) }
			<li>
				{ attemptCount( file.attemptCount ) }
				{ file.attemptCount > 0 && (
					<>
						{ ', ' }
						{ __( 'the last', 'causeway' ) } <Moment at={ file.lastAttemptAt } />
					</>
				) }
			</li>
		</ul>
	);
};

interface ProgressProps {
	readonly focusTarget: RefObject< HTMLDivElement >;
	readonly file: CaseFile;
	readonly status: PollingStatus;
	readonly onLook: () => void;
}

/** Where a running look or a running fix stands. Never a spinner without an end: when the page stops looking it says so. */
const Progress = ( { focusTarget, file, status, onLook }: ProgressProps ) => {
	const text = progressText( file );
	return (
		<div role="status" ref={ focusTarget } tabIndex={ -1 } className="causeway-progress-place">
			{ text !== '' && (
				<div className={ `causeway-progress causeway-progress--${ file.state }` }>
					<p>{ text }</p>
					{ status === 'stopped' && (
						<p>
							{ __( 'This page has stopped looking by itself; the work goes on in the background.', 'causeway' ) }{ ' ' }
							<Button variant="link" onClick={ onLook }>
								{ __( 'Look now', 'causeway' ) }
							</Button>
						</p>
					) }
				</div>
			) }
		</div>
	);
};

const progressText = ( { state, nextLookAt, diagnosis, timeline }: CaseFile ): string => {
	if ( state === 'resolved' ) {
		// Closed by proof leaves `verified`, closed by hand leaves `resolved`.
		const end = newestFirst( timeline ).find( ( { kind } ) => kind === 'verified' || kind === 'resolved' );
		return end?.kind === 'resolved' && end.actor !== null
			? /* translators: %s: name of a person. */
			  sprintf( __( 'Closed by %s. It opens again by itself when the person is refused again.', 'causeway' ), end.actor )
			: __( 'A fresh look found the cause gone. The person can log in again.', 'causeway' );
	}
	if ( state === 'fixing' ) {
		return nextLookAt === null
			? __( 'A step was done. Go on with the next one, or diagnose again to see whether the cause is gone.', 'causeway' )
			: __( 'A step was done. Causeway is checking with a fresh look whether the cause is gone…', 'causeway' );
	}
	if ( diagnosis === null ) {
		return nextLookAt === null ? '' : __( 'Causeway is looking for the cause…', 'causeway' );
	}
	return '';
};

interface DiagnosisPanelsProps {
	readonly file: CaseFile;
	readonly isResolved: boolean;
	readonly onPreview: ( step: Step, systemTitle: string ) => void;
	readonly onUndo: ( step: Step, systemTitle: string ) => void;
	readonly onMarkDone: ( step: Step ) => Promise< void >;
	readonly onDispute: () => void;
}

const DiagnosisPanels = ( { file, isResolved, onPreview, onUndo, onMarkDone, onDispute }: DiagnosisPanelsProps ) => {
	const { diagnosis } = file;
	if ( diagnosis === null ) {
		return (
			<Panel title={ __( 'Cause', 'causeway' ) }>
				<p>
					{ file.nextLookAt === null
						? __( 'Nobody has looked yet, and nothing is planned. “Diagnose again” looks now.', 'causeway' )
						: __( 'The first look is on its way. It asks WordPress and the connected systems, and changes nothing there.', 'causeway' ) }
				</p>
			</Panel>
		);
	}
	const [ first, ...others ] = diagnosis.causes;
	return (
		<>
			{ first === undefined ? (
				<NoCause diagnosis={ diagnosis } isResolved={ isResolved } />
			) : (
				<>
					<CausePanel cause={ first } onDispute={ onDispute } />
					<Panel title={ __( 'How to fix it', 'causeway' ) }>
						<FixPath cause={ first } isResolved={ isResolved } onPreview={ onPreview } onUndo={ onUndo } onMarkDone={ onMarkDone } />
					</Panel>
				</>
			) }
			<Panel
				title={ __( 'Evidence', 'causeway' ) }
				aside={
					<span className="causeway-panel__aside">
						{ __( 'Looked', 'causeway' ) } <Moment at={ diagnosis.madeAt } />
					</span>
				}
			>
				<EvidencePanelBody diagnosis={ diagnosis } first={ first } titles={ file.systemTitles } />
				{ others.length > 0 && (
					<Fold title={ __( 'Other causes that may fit', 'causeway' ) } count={ others.length }>
						<div className="causeway-others">
							{ others.map( ( cause ) => (
								<article key={ `${ cause.system }/${ cause.cause }` }>
									<CauseText cause={ cause } />
									<FixPath cause={ cause } isResolved={ isResolved } onPreview={ onPreview } onUndo={ onUndo } onMarkDone={ onMarkDone } />
								</article>
							) ) }
						</div>
					</Fold>
				) }
				{ diagnosis.ruledOut.length > 0 && (
					<Fold title={ __( 'Ruled out', 'causeway' ) } count={ diagnosis.ruledOut.length }>
						<RuledOut ruledOut={ diagnosis.ruledOut } />
					</Fold>
				) }
				{ first !== undefined && diagnosis.unknown.length > 0 && (
					<Fold title={ __( 'Could not be looked at', 'causeway' ) } count={ diagnosis.unknown.length }>
						<NotLookedAt unknown={ diagnosis.unknown } />
					</Fold>
				) }
			</Panel>
		</>
	);
};

interface EvidencePanelBodyProps {
	readonly diagnosis: Diagnosis;
	readonly first: Cause | undefined;
	readonly titles: CaseFile[ 'systemTitles' ];
}

/** The first cause's own evidence before the rest, which is folded away. */
const EvidencePanelBody = ( { diagnosis, first, titles }: EvidencePanelBodyProps ) => {
	const systemTitle = ( system: string ) => titles.get( system ) ?? system;
	const supporting = first?.evidence ?? [];
	const named = new Set( supporting.map( ( { system, finding } ) => `${ system }:${ finding }` ) );
	const rest = diagnosis.findings.filter( ( { system, finding, value } ) => value !== 'unknown' && ! named.has( `${ system }:${ finding }` ) );
	return (
		<>
			{ supporting.length > 0 && <EvidenceTable findings={ supporting } systemTitle={ systemTitle } /> }
			{ supporting.length === 0 && rest.length === 0 && <p>{ __( 'Nothing could be found out yet.', 'causeway' ) }</p> }
			{ first === undefined && rest.length > 0 && <EvidenceTable findings={ rest } systemTitle={ systemTitle } /> }
			{ first !== undefined && supporting.length === 0 && rest.length > 0 && (
				<p>{ __( 'Only what the person was shown speaks for this cause. Nothing that was looked at rules it out.', 'causeway' ) }</p>
			) }
			{ first !== undefined && rest.length > 0 && (
				<Fold title={ __( 'Everything else that was looked at', 'causeway' ) } count={ rest.length }>
					<EvidenceTable findings={ rest } systemTitle={ systemTitle } />
				</Fold>
			) }
		</>
	);
};

const CausePanel = ( { cause, onDispute }: { readonly cause: Cause; readonly onDispute: () => void } ) => (
	<section className="causeway-panel causeway-panel--cause">
		<div className="causeway-panel__body">
			<CauseText cause={ cause } />
			{ cause.prevention.length > 0 && (
				<Fold title={ __( 'How to keep it from happening again', 'causeway' ) } count={ cause.prevention.length }>
					<Sentences items={ cause.prevention } />
				</Fold>
			) }
			{ boot().can.manageCases && (
				<p className="causeway-cause__dispute">
					<Button variant="link" onClick={ onDispute }>
						{ __( 'This diagnosis is wrong', 'causeway' ) }
					</Button>
				</p>
			) }
		</div>
	</section>
);

const CauseText = ( { cause }: { readonly cause: Cause } ) => (
	<>
		<p className="causeway-cause__system">{ cause.systemTitle }</p>
		<h2 className="causeway-cause__title">{ cause.title }</h2>
		<p className="causeway-cause__confidence">
			<ConfidenceBadge confidence={ cause.confidence } /> <span>{ confidenceMeaning( cause.confidence ) }</span>
		</p>
		<p>
			{ cause.meaning }{ ' ' }
			<ViewLink to={ { screen: 'entry', system: cause.system, cause: cause.cause } }>{ __( 'More about this cause', 'causeway' ) }</ViewLink>
		</p>
		<Reasons title={ __( 'Why it fits', 'causeway' ) } items={ cause.why } />
		<Reasons title={ __( 'What speaks against it', 'causeway' ) } items={ cause.against } />
	</>
);

const Reasons = ( { title, items }: { readonly title: string; readonly items: readonly string[] } ) =>
	items.length === 0 ? null : (
		<>
			<h3 className="causeway-cause__heading">{ title }</h3>
			<Sentences items={ items } />
		</>
	);

const Sentences = ( { items }: { readonly items: readonly string[] } ) => (
	<ul className="causeway-sentences">
		{ items.map( ( item ): ReactNode => (
			<li key={ item }>{ item }</li>
		) ) }
	</ul>
);

/** The honest answer where no entry of the catalog fits. */
const NoCause = ( { diagnosis, isResolved }: { readonly diagnosis: Diagnosis; readonly isResolved: boolean } ) => (
	<Panel title={ isResolved ? __( 'Nothing is wrong any more', 'causeway' ) : __( 'No known cause fits', 'causeway' ) }>
		<p>
			{ diagnosis.unknown.length > 0
				? __( 'Something could not be looked at; it is listed below with the reason. Put that right, then diagnose again.', 'causeway' )
				: __( 'Everything that Causeway can look at is in order for this person now. The trouble may be over: ask the person to try again.', 'causeway' ) }
		</p>
		{ diagnosis.unknown.length > 0 && <NotLookedAt unknown={ diagnosis.unknown } /> }
	</Panel>
);

interface CloseDialogProps {
	readonly caseId: number;
	readonly onClose: () => void;
	readonly onClosed: ( answer: Answer< unknown > ) => Promise< void >;
}

const CloseDialog = ( { caseId, onClose, onClosed }: CloseDialogProps ) => {
	const [ note, setNote ] = useState( '' );
	const [ isSending, setIsSending ] = useState( false );
	const [ refused, setRefused ] = useState( '' );

	const send = async () => {
		setIsSending( true );
		const answer = await resolve( caseId, note.trim() );
		setIsSending( false );
		if ( ! answer.ok ) {
			setRefused( answer.message );
			return;
		}
		onClose();
		await onClosed( answer );
	};

	return (
		<Modal title={ __( 'Close this case?', 'causeway' ) } className="causeway-dialog" size="medium" onRequestClose={ onClose }>
			<p>{ __( 'A case closes by itself when a fresh look finds its cause gone. Close it by hand only when you know that the person can log in, or no longer should.', 'causeway' ) }</p>
			{ refused !== '' && <Failure message={ refused } /> }
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Note for the timeline', 'causeway' ) }
				help={ __( 'What was the reason? Your colleagues read it; the person does not.', 'causeway' ) }
				value={ note }
				onChange={ setNote }
				rows={ 3 }
			/>
			<div className="causeway-dialog__actions">
				<Button variant="primary" __next40pxDefaultSize isBusy={ isSending } disabled={ isSending } accessibleWhenDisabled onClick={ () => void send() }>
					{ __( 'Close case', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};
