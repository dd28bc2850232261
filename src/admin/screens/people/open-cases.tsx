import { Button, Modal } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { formatNumber, peopleCount } from '../../components/words';
import { openCases } from '../../data/commands';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';

import type { OpenedCases } from '../../data/commands';

interface OpenCasesProps {
	/** `system/cause` that the list is narrowed to. */
	readonly cause: string;
	readonly title: string;
	readonly people: number;
}

/** From a list of people at risk to cases, and so to the one step for all of them, before anybody is refused. */
export const OpenCases = ( { cause, title, people }: OpenCasesProps ) => {
	const [ isAsking, setIsAsking ] = useState( false );
	const [ opened, setOpened ] = useState< OpenedCases | null >( null );
	const outcome = useRef< HTMLDivElement >( null );
	useEffect( () => {
		// The button that was pressed is gone then.
		if ( opened !== null ) {
			outcome.current?.focus();
		}
	}, [ opened ] );
	return (
		<>
			{ opened === null && (
				<Button variant="secondary" __next40pxDefaultSize onClick={ () => setIsAsking( true ) }>
					{
						/* translators: %s: number of people, such as "12 people". */
						sprintf( __( 'Put it right for %s', 'causeway' ), peopleCount( people ) )
					}
				</Button>
			) }
			<div role="status" ref={ outcome } tabIndex={ -1 }>
				{ opened !== null && (
					<p>
						{ sentence( opened ) } <ViewLink to={ { screen: 'cases', ...everyCase } }>{ __( 'Look at the cases', 'causeway' ) }</ViewLink>
					</p>
				) }
			</div>
			{ isAsking && (
				<Asking
					cause={ cause }
					title={ title }
					people={ people }
					onDone={ ( counts ) => {
						setIsAsking( false );
						setOpened( counts );
					} }
					onClose={ () => setIsAsking( false ) }
				/>
			) }
		</>
	);
};

/** What came of it, in one or a few sentences. */
export const sentence = ( { opened, known, elsewhere }: OpenedCases ): string =>
	[
		/* translators: %s: number of cases. */
		sprintf( _n( '%s case was opened; each person is looked at afresh now.', '%s cases were opened; each person is looked at afresh now.', opened, 'causeway' ), formatNumber( opened ) ),
		/* translators: %s: number of people, such as "2 people". */
		known > 0 ? sprintf( __( '%s had one already.', 'causeway' ), peopleCount( known ) ) : '',
		/* translators: %s: number of people, such as "2 people". */
		elsewhere > 0 ? sprintf( __( '%s without an account on this site can be helped only in the connected system.', 'causeway' ), peopleCount( elsewhere ) ) : '',
	]
		.filter( Boolean )
		.join( ' ' );

interface AskingProps extends OpenCasesProps {
	readonly onDone: ( counts: OpenedCases ) => void;
	readonly onClose: () => void;
}

const none: OpenedCases = { opened: 0, known: 0, elsewhere: 0, next: 0 };

const Asking = ( { cause, title, people, onDone, onClose }: AskingProps ) => {
	const [ counts, setCounts ] = useState( none );
	const [ isBusy, setIsBusy ] = useState( false );
	const [ refused, setRefused ] = useState( '' );
	const isStopped = useRef( false );

	const open = async () => {
		setIsBusy( true );
		setRefused( '' );
		let sum = counts;
		do {
			const answer = await openCases( cause, sum.next );
			if ( ! answer.ok ) {
				setIsBusy( false );
				return setRefused( answer.message );
			}
			const { opened, known, elsewhere, next } = answer.value;
			sum = { opened: sum.opened + opened, known: sum.known + known, elsewhere: sum.elsewhere + elsewhere, next };
			setCounts( sum );
		} while ( sum.next > 0 && ! isStopped.current );
		onDone( sum );
	};
	const close = () => {
		isStopped.current = true;
		if ( ! isBusy ) {
			onClose();
		}
	};
	const seen = counts.opened + counts.known + counts.elsewhere;

	return (
		<Modal title={ title } className="causeway-dialog" size="medium" onRequestClose={ close } shouldCloseOnClickOutside={ false }>
			<p>
				{ sprintf(
					/* translators: %s: number of people. */
					_n(
						'A case is opened for %s person, who is looked at afresh. Nothing is changed in the connected system yet.',
						'A case is opened for each of %s people, and each is looked at afresh. Nothing is changed in the connected system yet.',
						people,
						'causeway'
					),
					formatNumber( people )
				) }
			</p>
			<p>{ __( 'The cases then lead to the step that helps. Three or more people with one cause become one incident: there, one step is previewed, confirmed, and done for all of them, and each case keeps its undo.', 'causeway' ) }</p>
			{ isBusy && (
				<p role="status">
					{ sprintf(
						/* translators: 1: number done so far, 2: number of people, such as "12 people". */
						__( '%1$s of %2$s …', 'causeway' ),
						formatNumber( seen ),
						peopleCount( people )
					) }
				</p>
			) }
			{ refused !== '' && <Failure message={ refused } /> }
			<div className="causeway-dialog__actions">
				<Button variant="primary" __next40pxDefaultSize isBusy={ isBusy } disabled={ isBusy } accessibleWhenDisabled onClick={ () => void open() }>
					{ seen > 0 && ! isBusy ? __( 'Go on', 'causeway' ) : __( 'Open cases', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ close }>
					{ isBusy ? __( 'Stop', 'causeway' ) : __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};
